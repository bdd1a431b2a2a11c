"""Several outlets, one deal: claims of many articles are merged into deals, purely and in any order.

`merging.merge` is the way in. It reads statements (`statement`), decides which are of one deal (`cluster`,
by `match`, `names`, `roles`, `window`), gives each deal its permanent id (`identity`), resolves its fields
(`resolve`, `amounts`), counts independent sources (`sources`), groups quotations (`quotations`), and links
a renewal to what it renews and a replacement to what it ends (`links`).
"""
