"""How many sources a deal really has: a syndicated copy of an article is not a second source.

Near-duplicates are found by MinHash over runs of words (Broder 1997, rensa's implementation); an outlet counts
once however many articles it prints.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from rensa import RMinHash

from records.deal import DealSource
from records.record import Article

# Three words in a row are seldom the same in two texts unless one was copied.
_RUN_WORDS = 3
_PERMUTATIONS, _SEED = 128, 7
# Of the shorter text, this much is in the longer one: copies are cut at the end and get a new first line.
_COPIED = 0.7
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=4096)
def _signature(text: str) -> tuple[RMinHash, int]:
    """Return the text's signature and how many runs of words it has."""
    words = _WORD.findall(text.casefold())
    runs = {" ".join(words[i : i + _RUN_WORDS]) for i in range(max(1, len(words) - _RUN_WORDS + 1))}
    signature = RMinHash(_PERMUTATIONS, _SEED)
    signature.update(sorted(runs))
    return signature, len(runs)


def is_copy(one: str, other: str) -> bool:
    """Return whether the shorter text is by and large contained in the longer one."""
    if one == other:
        return True
    (mine, my_runs), (theirs, their_runs) = _signature(one), _signature(other)
    jaccard = mine.jaccard(theirs)
    shared = jaccard * (my_runs + their_runs) / (1 + jaccard)
    return bool(shared >= _COPIED * min(my_runs, their_runs))


def sources(articles: Sequence[Article], background: frozenset[str]) -> tuple[DealSource, ...]:
    """Return the articles, given earliest first, as sources; the first of several alike is the original.

    `background` names those that only mention the deal: they support it, but are no source of its news.
    """
    outlets: set[str] = set()
    originals: list[Article] = []
    found: list[DealSource] = []
    for article in articles:
        original = next((each for each in originals if is_copy(each.text, article.text)), None)
        outlet = (article.source.domain or article.source.name or article.id).casefold()
        mentions = article.id in background
        independent = original is None and outlet not in outlets and not mentions
        if original is None:
            originals.append(article)
        if independent:
            outlets.add(outlet)
        found.append(
            DealSource(
                name=article.source.name,
                domain=article.source.domain,
                article_id=article.id,
                url=article.url,
                title=article.title,
                published_at=article.published_at,
                independent=independent,
                copy_of=original.id if original else None,
                is_background=mentions,
            )
        )
    return tuple(found)
