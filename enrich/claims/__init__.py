"""From the sentences of one article to the sponsorship deals it reports: sums, terms, roles, parties, status."""
