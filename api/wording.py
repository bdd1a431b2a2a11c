"""The words a person reads for codes, dates, sums and deals; programs get the codes themselves."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

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
    "correction": "corrected",
}
# What says no more than the status beside it, or nothing at all.
_SAID = {"termination": "terminated", "denial": "denied", "rumour": "rumoured"}
_NOTHING = ("new", "background_mention")
# What a sponsor of a role is, does or has, before "of" the rights-holder; all others are what they are called.
_ROLES = {
    "naming_rights": ("hold", "the naming rights"),
    "title": ("be", "title sponsor"),
    "presenting": ("be", "presenting sponsor"),
    "principal": ("be", "principal partner"),
    "shirt_front": ("be", "shirt sponsor"),
    "shirt_sleeve": ("be", "sleeve sponsor"),
    "training_kit": ("be", "training kit sponsor"),
    "ambassador": ("be", "partner"),
    "hospitality": ("be", "hospitality partner"),
    "community": ("be", "community partner"),
    "other": ("be", "sponsor"),
}
# How the verb stands for a status: the auxiliary before its infinitive, or a tense of its own.
_PRESENT = {"be": "is", "hold": "holds", "have": "has"}
_PAST = {"be": "was", "hold": "held", "have": "had"}
_TENSES = {
    "rumoured": "is rumoured to",
    "in_talks": "is in talks to",
    "agreed_in_principle": "has agreed in principle to",
}
_ENDED = {
    "expired": "; the deal has ended",
    "terminated": "; the deal was terminated",
    "suspended": "; the deal is suspended",
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


def happened_words(deal: Json) -> str:
    """Return what happened to a deal, where that says more than its status: "renewed", "not renewed"."""
    event = deal.get("event_type") or ""
    if event in _NOTHING or _SAID.get(event) == deal.get("status"):
        return ""
    return _HAPPENED.get(event, words(event))


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
        said.append(f"for {years} year{'' if years == '1' else 's'}")
    return ", ".join(said)


class Told(NamedTuple):
    """A deal as a sentence around the names of its parties: before the sponsor, between them, at the end."""

    before: str
    between: str
    after: str


def told(deal: Json) -> Told:
    """Return how a deal, of an article or merged, is told: what the sponsor is, was or may become."""
    roles = list(dict.fromkeys(deal.get("roles") or [deal["role"]]))
    if roles[0] == "ambassador":
        return _in_time(deal["status"], {"have": [""]}, " as ambassador")
    parts: dict[str, list[str]] = {}
    for role in roles:
        verb, what = _ROLES.get(role, ("be", words(role)))
        parts.setdefault(verb, []).append(what)
    if len(parts.get("be", ())) > 1 and "sponsor" in parts["be"]:
        parts["be"].remove("sponsor")  # what it is beside that says more
    return _in_time(deal["status"], parts, "")


def _in_time(status: str, parts: Mapping[str, list[str]], after: str) -> Told:
    tense = _TENSES.get(status)
    forms = _PAST if status in ("expired", "terminated") else _PRESENT
    said = [
        f"{verb if tense else forms[verb]} {_listed(dict.fromkeys(what))}".strip() for verb, what in parts.items()
    ]
    verbs = f"{tense} {_listed(said)}" if tense else _listed(said)
    before = "It is denied that " if status == "denied" else ""
    return Told(before, f" {verbs} " if after else f" {verbs} of ", after + _ENDED.get(status, ""))


def _listed(parts: Iterable[str]) -> str:
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last


def deal_title(deal: Json) -> str:
    """Return one plain line for a merged deal: who sponsors whom as what, and what happened."""
    before, between, after = told(deal)
    title = f"{before}{deal['sponsor']['name']}{between}{deal['rights_holder']['name']}{after}"
    happened = _HAPPENED.get(deal.get("event_type") or "")
    if deal.get("state") == "retracted":
        return f"Retracted: {title}"
    if deal.get("state") == "merged":
        return f"Merged into another deal: {title}"
    return f"{title} ({happened})" if happened and happened not in after else title


def sponsored(deal: Json) -> str:
    """Return who and what is sponsored: the rights-holder, and the property where it is another name."""
    holder, what = deal["rights_holder"]["name"], (deal.get("property") or {}).get("name")
    return f"{holder} ({what})" if what and what != holder else str(holder)


def deal_summary(deal: Json) -> str:
    """Return a few plain sentences for a merged deal: what it is, for how long, for how much, by whom."""
    before, between, after = told(deal)
    return f"{before}{deal['sponsor']['name']}{between}{sponsored(deal)}{after}. {deal_details(deal)}"


def deal_details(deal: Json) -> str:
    """Return what is known of a deal beside who sponsors whom as what, as plain sentences."""
    said = []
    after = told(deal).after
    happened = _HAPPENED.get(deal.get("event_type") or "")
    if happened and happened not in after:
        said.append(f"{happened[0].upper()}{happened[1:]}")
    term = term_words(deal.get("term") or {})
    if term:
        said.append(term[0].upper() + term[1:])
    values = list(dict.fromkeys(value_words(value) for value in deal.get("value") or ()))
    if values:
        said.append("Value: " + "; ".join(values))
    sources = deal.get("independent_sources") or 0
    said.append(f"{sources} independent source{'' if sources == 1 else 's'}")
    return ". ".join(said) + "."
