"""What each source says the deal is worth, side by side, and whether the sources differ."""

from collections.abc import Iterable, Sequence

from enrich.ledger.statement import Statement
from records.deal import Disagreement, Position, SourcedValue
from records.record import Disclosure, Value, ValueBasis

# A yearly sum times the years, rounded by an outlet: "about 40 million a year", "a 120 million deal".
_ROUNDED = 0.1


def values(statements: Sequence[Statement], copies: frozenset[str]) -> tuple[SourcedValue, ...]:
    """Return every source's sums in the order of the claims; a copy's sum that its original has is left out."""
    found: list[SourcedValue] = []
    said: set[tuple[object, ...]] = set()
    for statement in statements:
        for value in statement.deal.value:
            if value.disclosure is Disclosure.NOT_MENTIONED:
                continue
            if statement.article.id in copies and _said(value) in said:
                continue
            said.add(_said(value))
            found.append(SourcedValue(**value.model_dump(), article_id=statement.article.id))
    return tuple(found)


def _said(value: Value) -> tuple[object, ...]:
    basis = None if value.basis is ValueBasis.UNKNOWN else value.basis
    return value.amount, value.min, value.max, value.currency, basis, _kept_secret(value)


def _kept_secret(value: Value) -> bool:
    return value.disclosure is Disclosure.UNDISCLOSED_BY_PARTIES


def disagreement(found: Iterable[SourcedValue], years: float | None) -> Disagreement | None:
    """Return the positions on the deal's worth if there are several that cannot all be so.

    A yearly sum agrees with its total over `years`; sums in two currencies are not compared, nor are
    benchmark figures, which are another deal's.
    """
    positions: list[list[SourcedValue]] = []
    for value in found:
        if value.disclosure is Disclosure.BENCHMARK_ONLY:
            continue
        home = next((each for each in positions if _agree(each[0], value, years)), None)
        if home is None:
            positions.append([value])
        else:
            home.append(value)
    if not any(_differ(one[0], other[0]) for one in positions for other in positions if one is not other):
        return None
    return Disagreement(field="value", positions=tuple(_position(group) for group in positions))


def _differ(one: Value, other: Value) -> bool:
    if _kept_secret(one) or _kept_secret(other):
        return True
    return one.currency == other.currency


def _agree(one: Value, other: Value, years: float | None) -> bool:
    if _kept_secret(one) or _kept_secret(other):
        return _kept_secret(one) and _kept_secret(other)
    if one.currency != other.currency:
        return False
    spans = (_span(one, years), _span(other, years))
    if ValueBasis.UNKNOWN in (one.basis, other.basis):
        spans = (_span(one, None), _span(other, None))
    (low, high), (least, most) = spans
    return low <= most * (1 + _ROUNDED) and least <= high * (1 + _ROUNDED)


def _span(value: Value, years: float | None) -> tuple[float, float]:
    """Return the sum as a range; a yearly one over all `years` where they are known."""
    yearly = value.basis in (ValueBasis.PER_YEAR, ValueBasis.PER_SEASON)
    times = years if yearly and years else 1.0
    low = value.min if value.min is not None else value.amount
    high = value.max if value.max is not None else value.amount
    return (low if low is not None else 0.0) * times, (high if high is not None else 0.0) * times


def _position(group: Sequence[SourcedValue]) -> Position:
    first = group[0]
    kept = ("amount", "min", "max", "currency", "basis", "disclosure")
    return Position(
        value={name: field for name, field in first.model_dump(mode="json").items() if name in kept},
        article_ids=tuple(dict.fromkeys(value.article_id for value in group)),
        attribution=next((value.attribution for value in group if value.attribution), None),
    )
