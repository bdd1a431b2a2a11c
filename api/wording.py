"""The words a person reads for codes, dates, sums and deals; programs get the codes themselves."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

Json = Mapping[str, Any]

_MONTHS = "January February March April May June July August September October November December".split()
_HAPPENED = {
    "renewal": "renewed",
    "extension": "extended",
    "expansion": "expanded",
    "downgrade": "downgraded",
    "replacement": "replaces another sponsor",
    "termination": "terminated",
    "non_renewal": "not renewed",
    "rumour": "rumoured",
    "denial": "denied",
    "correction": "corrected",
}
_BASIS = {"per_year": " a year", "per_season": " a season", "per_cycle": " a cycle", "total": " in total"}
_DISCLOSURE = {
    "undisclosed_by_parties": "not disclosed by the parties",
    "not_mentioned": "not mentioned",
    "benchmark_only": "only a comparison is given",
}


def words(code: str | None) -> str:
    """Return a code of the vocabularies as words: `kit_supplier` is "kit supplier"."""
    return (code or "").replace("_", " ")


def date_words(date: str | None) -> str:
    """Return an ISO 8601 date, as precise as it is: "2028", "June 2028", "3 June 2028"."""
    parts = (date or "").split("-")
    try:
        if len(parts) == 1:
            return parts[0]
        month = _MONTHS[int(parts[1]) - 1]
        return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"
    except (ValueError, IndexError):
        return date or ""


def moment_words(moment: datetime | None) -> str:
    """Return a moment as a person reads it, in UTC, to the minute."""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}, {moment:%H:%M} UTC" if moment else ""


def amount_words(amount: float | None) -> str:
    """Return a sum in the largest unit that loses nothing: "1.5 million", "800 million", "120,000"."""
    if amount is None:
        return ""
    for unit, name in ((1e9, "billion"), (1e6, "million")):
        if abs(amount) >= unit:
            return f"{amount / unit:,.3f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{amount:,.2f}".removesuffix(".00")


def value_words(value: Json) -> str:
    """Return one sum with its currency, basis, and how it became known."""
    currency = value.get("currency") or ""
    low, high = value.get("min"), value.get("max")
    if value.get("amount") is not None:
        said = amount_words(value["amount"])
    elif low is not None and high is not None:
        said = f"{amount_words(low)} to {amount_words(high)}"
    elif low is not None:
        said = f"at least {amount_words(low)}"
    elif high is not None:
        said = f"up to {amount_words(high)}"
    else:
        return _DISCLOSURE.get(value.get("disclosure") or "", words(value.get("disclosure")))
    said = f"{currency} {said}".strip() + _BASIS.get(value.get("basis") or "", "")
    how = words(value.get("disclosure"))
    who = value.get("attribution")
    return f"{said} ({how}{f', {who}' if who else ''})"


def term_words(term: Json) -> str:
    """Return when a deal was announced, starts and ends, as far as the sources say."""
    said = []
    if term.get("announced_on"):
        said.append(f"announced {date_words(term['announced_on'])}")
    if term.get("start"):
        said.append(f"from {date_words(term['start'])}")
    if term.get("end"):
        said.append(f"until {date_words(term['end'])}")
    if term.get("years"):
        years = f"{term['years']:g}"
        said.append(f"{years} year{'' if years == '1' else 's'}")
    return ", ".join(said)


def deal_title(deal: Json) -> str:
    """Return one plain line for a merged deal: the parties, the role, what happened."""
    title = f"{deal['sponsor']['name']} and {deal['rights_holder']['name']}: {words(deal['role'])}"
    happened = _HAPPENED.get(deal.get("event_type") or "")
    if deal.get("state") == "retracted":
        return f"Retracted: {title}"
    if deal.get("state") == "merged":
        return f"Merged into another deal: {title}"
    return f"{title} ({happened})" if happened else title


def deal_summary(deal: Json) -> str:
    """Return a few plain sentences for a merged deal: what it is, for how long, for how much, by whom."""
    what = deal["rights_holder"]["name"]
    if deal.get("property"):
        what += f" ({deal['property']['name']})"
    roles = ", ".join(words(role) for role in deal.get("roles") or [deal["role"]])
    said = [f"{deal['sponsor']['name']} is {roles} of {what}"]
    said += [f"Status: {words(deal['status'])}"]
    term = term_words(deal.get("term") or {})
    if term:
        said.append(term[0].upper() + term[1:])
    values = list(dict.fromkeys(value_words(value) for value in deal.get("value") or ()))
    if values:
        said.append("Value: " + "; ".join(values))
    sources = deal.get("independent_sources") or 0
    said.append(f"{sources} independent source{'' if sources == 1 else 's'}")
    return ". ".join(said) + "."
