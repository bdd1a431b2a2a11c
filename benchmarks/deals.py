"""Who sponsors whom, on what terms, and do several articles on one deal become one deal?

    benchmarks/deals.py [DIR...] [--cases] [--save] [--without-knowledge]

A found deal is right when its sponsor is the labelled one and its rights-holder or its property is one of
the labelled names. Only the deals that are an article's news count: a found one that the label holds as
background counts neither way, and in an article without a deal it is a false alarm. Each field is scored
over the right deals whose label has it; where the label is silent, a found end, length, value or edition is
invented.
"""

from collections.abc import Iterable

from benchmarks import evidence, merging
from benchmarks.labels import DealLabel, ValueLabel
from benchmarks.names import plain, same
from benchmarks.runs import Pair, Result, arguments, measure
from enrich.pipeline import GATE
from records.record import Deal, Disclosure, Value

SILENT = "articles without a deal, silent"
KEPT, SPARED = "articles with one, kept by the gate", "articles without, spared by it"
# The order in which the fields are printed.
FIELDS = (
    *("rights-holder", "property", "role", "designations", "status", "event type", "confirmation", "exclusive"),
    *("announced", "start", "start not invented", "end", "end not invented", "years", "years not invented"),
    *("value", "value not invented", "value basis", "value disclosure", "undisclosed", "editions", "territory"),
)


def is_pair(deal: Deal, label: DealLabel) -> bool:
    """Return whether the found deal is between the labelled parties."""
    found = [party.name for party in (deal.rights_holder, deal.property) if party]
    return same(deal.sponsor.name, (label.sponsor, *label.sponsor_aliases)) and any(
        same(name, sponsored(label)) for name in found
    )


def sponsored(label: DealLabel) -> list[str | None]:
    """Return every name of what is sponsored."""
    return [label.rights_holder, label.property, *label.rights_holder_aliases, *label.property_aliases]


def news(pair: Pair) -> list[Deal]:
    """Return the deals found to be the article's news."""
    return [deal for deal in pair.found.deals if not deal.is_background]


def matched(pair: Pair) -> dict[int, Deal]:
    """Return the found deal for each labelled deal (by its number) that is news and was found as news."""
    hits: dict[int, Deal] = {}
    for deal in news(pair):
        for number, label in enumerate(pair.labelled.label.deals):
            if label.main and number not in hits and is_pair(deal, label):
                hits[number] = deal
                break
    return hits


def score(pairs: list[Pair]) -> Result:
    """Return pairs, fields, inventions, false alarms, merges and evidence."""
    result = Result()
    result.counts("deals")
    for article in (SILENT, KEPT, SPARED):
        result.share(article)
    for field in FIELDS:
        result.share(field)
    for pair in pairs:
        positive, relevance = pair.labelled.label.kind == "positive", pair.found.relevance
        if relevance is not None:
            right = result.share(KEPT if positive else SPARED).count((relevance >= GATE) is positive)
            if positive:
                result.case(pair.labelled.stem, "kept by the gate", right, f"relevance {relevance}")
        if positive:
            _score_article(pair, result)
        else:
            quiet = not news(pair)
            result.share(SILENT).count(quiet)
            told = "; ".join(f"{deal.sponsor.name} - {deal.rights_holder.name}" for deal in news(pair))
            result.case(pair.labelled.stem, "no false alarm", quiet, told)
    evidence.score(pairs, result)
    merging.score(pairs, [matched(pair) for pair in pairs], result)
    return result


def _score_article(pair: Pair, result: Result) -> None:
    stem, label, hits = pair.labelled.stem, pair.labelled.label, matched(pair)
    counts = result.counts("deals")
    for number, wanted in enumerate(label.deals):
        if not wanted.main:
            continue
        hit = hits.get(number)
        counts.hits += hit is not None
        counts.missed += hit is None
        case = f"deal {number + 1}"
        result.case(stem, case, hit is not None, f"missed {wanted.sponsor} - {wanted.rights_holder}")
        if hit is not None:
            for field, right, told in fields(hit, wanted):
                result.share(field).count(right)
                result.case(stem, f"{case} {field}", right, told)
    for deal in news(pair):
        if not any(is_pair(deal, wanted) for wanted in label.deals):
            counts.extra += 1
            told = f"extra {deal.sponsor.name} - {deal.rights_holder.name}"
            result.case(stem, "no extra deal", False, told)
    result.case(stem, "no extra deal", True, "")


def fields(deal: Deal, label: DealLabel) -> Iterable[tuple[str, bool, str]]:
    """Return name, rightness and wording of each field that the label or the found deal has."""

    def one(name: str, found: object, right: Iterable[object], shown: object) -> tuple[str, bool, str]:
        return name, found in right, f"{name} {found}, label {shown}"

    yield one("role", deal.role, (label.role, *label.role_alt), label.role)
    yield one("status", deal.status, (label.status, *label.status_alt), label.status)
    yield one("event type", deal.event_type, (label.event_type, *label.event_type_alt), label.event_type)
    parties = (label.rights_holder, *label.rights_holder_aliases)
    named = same(deal.rights_holder.name, parties)
    yield "rights-holder", named, f"rights-holder {deal.rights_holder.name}, label {label.rights_holder}"
    if label.property is not None:
        found = deal.property.name if deal.property else None
        right = same(found, (label.property, *label.property_aliases))
        yield "property", right, f"property {found}, label {label.property}"
    if label.designations:
        found_words = [plain(designation) for designation in deal.designations]
        right = all(any(plain(wanted) in found for found in found_words) for wanted in label.designations)
        yield "designations", right, f"designations {deal.designations}, label {label.designations}"
    yield from _term(deal, label)
    if label.editions:
        right = {plain(edition) for edition in label.editions} == {plain(edition) for edition in deal.editions}
        yield "editions", right, f"editions {deal.editions}, label {label.editions}"
    if label.territory is not None:
        right = same(deal.territory, [label.territory])
        yield "territory", right, f"territory {deal.territory}, label {label.territory}"
    if label.exclusive is not None:
        yield one("exclusive", deal.exclusive, [label.exclusive], label.exclusive)
    if label.confirmation is not None:
        confirmations = (label.confirmation, *label.confirmation_alt)
        yield one("confirmation", deal.confirmation, confirmations, label.confirmation)
    yield from _value(deal, label)


def _term(deal: Deal, label: DealLabel) -> Iterable[tuple[str, bool, str]]:
    term = deal.term
    dates = (
        ("start", term.start, label.start, label.start_alt),
        ("end", term.end, label.end, label.end_alt),
        ("announced", term.announced_on, label.announced_on, ()),
    )
    for name, found, wanted, others in dates:
        told = f"{name} {found}, label {wanted}"
        if wanted is not None:
            yield name, any(agree(found, date) for date in (wanted, *others)), told
        elif name != "announced":
            free = found is None or any(agree(found, date) for date in others)
            yield f"{name} not invented", free, told
    told = f"years {term.years}, label {label.years}"
    if label.years is not None:
        yield "years", term.years in (label.years, *label.years_alt), told
    else:
        yield "years not invented", term.years is None or term.years in label.years_alt, told


def agree(found: str | None, wanted: str) -> bool:
    """Return whether two dates are the same as far as both go; a year at least."""
    return found is not None and len(found) >= 4 and (found.startswith(wanted) or wanted.startswith(found))


def _value(deal: Deal, label: DealLabel) -> Iterable[tuple[str, bool, str]]:
    told = f"value {[brief(value) for value in deal.value]}, label {[brief(value) for value in label.value]}"
    sums = [wanted for wanted in label.value if brief(wanted)[:3] != (None, None, None)]
    for wanted in sums:
        found = next((value for value in deal.value if brief(value)[:4] == brief(wanted)[:4]), None)
        yield "value", found is not None, told
        if found is not None:
            yield "value basis", found.basis in (wanted.basis, *wanted.basis_alt), told
            yield "value disclosure", found.disclosure in (wanted.disclosure, *wanted.disclosure_alt), told
    known = [brief(wanted)[:4] for wanted in sums]
    amounts = [brief(value)[:4] for value in deal.value if brief(value)[:3] != (None, None, None)]
    yield "value not invented", all(amount in known for amount in amounts), told
    if any(wanted.disclosure == Disclosure.UNDISCLOSED_BY_PARTIES for wanted in label.value):
        right = any(value.disclosure == Disclosure.UNDISCLOSED_BY_PARTIES for value in deal.value)
        yield "undisclosed", right, told


def brief(value: Value | ValueLabel) -> tuple[float | None, float | None, float | None, str | None, str]:
    """Return what makes two sums the same sum, and the basis."""
    return value.amount, value.min, value.max, value.currency, value.basis


if __name__ == "__main__":
    measure("deals", arguments(__doc__.split("\n")[0]).parse_args(), score)
