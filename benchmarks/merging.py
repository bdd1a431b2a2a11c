"""Do the articles on one deal become one deal, and no others?

Every two labelled deals of a folder are a pair: of one deal if they bear the same group, of two otherwise.
Only claims that were found count as right or wrong; what was not found at all is a missed deal already.
"""

from itertools import combinations

from benchmarks.labels import DealLabel
from benchmarks.runs import Pair, Result
from enrich.ledger.merging import merge
from enrich.ledger.statement import statements
from records.record import Deal


def score(pairs: list[Pair], matched: list[dict[int, Deal]], result: Result) -> None:
    """Count the pairs of claims that are one deal and were joined, and those joined that are two."""
    home = {claim: deal for deal, claims in _merged(pairs).items() for claim in claims}
    found: list[tuple[str, str, DealLabel]] = []
    for pair, hits in zip(pairs, matched, strict=True):
        for number, deal in hits.items():
            where = home.get((pair.found.id, deal.id))
            if where is not None:
                label = pair.labelled.label.deals[number]
                found.append((f"{pair.labelled.stem} deal {number + 1}", where, label))
    joined, pure = result.share("claims of one deal, joined"), result.share("joined claims, of one deal")
    for (one, home_one, label_one), (other, home_other, label_other) in combinations(found, 2):
        same = label_one.group is not None and label_one.group == label_other.group
        together = home_one == home_other
        if same:
            result.case(one, f"with {other}", joined.count(together), "not joined")
        if together and not pure.count(same):
            result.case(one, f"apart from {other}", False, "joined")


def _merged(pairs: list[Pair]) -> dict[str, list[tuple[str, str]]]:
    """Return the claims of every merged deal: article id and the claim's id."""
    told = [statement for pair in pairs for statement in statements(pair.found)]
    outcome = merge(told, new_id=lambda ref: ref)
    return {deal.id: [(claim.article_id, claim.deal.id) for claim in deal.claims] for deal in outcome.deals}
