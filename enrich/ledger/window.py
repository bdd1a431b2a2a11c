"""The time a claim is about, and whether two claims can be about the same contract.

A renewal signed years later is another contract with the same parties; two outlets that differ by a year on
the end of a deal announced the same week are not.
"""

import re
from dataclasses import dataclass
from datetime import date

from records.record import OVER, Deal, EventType, Status

# Outlets report one announcement within days; trade press follows within a quarter.
SAME_NEWS_DAYS = 90
# What the dailies print within a week of the announcement is of the announcement.
ONE_STORY_DAYS = 7
# A second announcement of the same parties that names neither end nor edition is another deal after a year.
SAME_DEAL_DAYS = 365
# A rumour runs ahead of its deal by at most two transfer windows.
RUMOUR_DAYS = 400

RENEWING = frozenset({EventType.RENEWAL, EventType.EXTENSION})
OPENING = RENEWING | {EventType.NEW, EventType.REPLACEMENT}
_EARLY = frozenset({Status.RUMOURED, Status.IN_TALKS, Status.AGREED_IN_PRINCIPLE})
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")


@dataclass(frozen=True)
class Window:
    """When the claim's news broke and what span the contract has; days and years, None where not known."""

    announced: date | None  # the day of the news; of a background claim only if the text says it
    seen: date | None  # the day the article was published
    start: int | None
    end: int | None
    years: frozenset[str]  # the editions its names carry: "Summit 2024"
    opens: bool
    renews: bool
    early: bool
    over: bool
    background: bool


def day(text: str | None) -> date | None:
    """Return the day that an ISO date of any precision names; None without at least a month."""
    found = _DATE.match(text or "")
    if not found or not found.group(2):
        return None
    try:
        return date(int(found.group(1)), int(found.group(2)), int(found.group(3) or 15))
    except ValueError:
        return None


def year(text: str | None) -> int | None:
    """Return the year of an ISO date of any precision."""
    found = _DATE.match(text or "")
    return int(found.group(1)) if found else None


def of(deal: Deal, published: date | None, years: frozenset[str]) -> Window:
    """Return the window of the claim in an article published on that day; `years` are its names' editions."""
    said = day(deal.term.announced_on)
    opens = deal.event_type in OPENING
    announced = said or (None if deal.is_background else published)
    start, end = year(deal.term.start), year(deal.term.end)
    if end is None and deal.term.years and start is not None:
        end = start + round(deal.term.years)
    return Window(
        announced=announced,
        seen=published or said,
        start=start,
        end=end,
        years=frozenset() if _spans_editions(deal, years, end) else years,
        opens=opens,
        renews=deal.event_type in RENEWING,
        early=deal.status in _EARLY or deal.event_type is EventType.RUMOUR,
        over=deal.status in OVER,
        background=deal.is_background,
    )


def _spans_editions(deal: Deal, years: frozenset[str], end: int | None) -> bool:
    """A contract over several editions may be reported under the name of any of them."""
    if len(deal.editions) > 1 or (deal.term.years or 0) > 1:
        return True
    return end is not None and bool(years) and end > int(max(years))


def gap(one: Window, other: Window) -> int | None:
    """Return the days between the two pieces of news, or None if either has no day."""
    mine, theirs = one.announced or one.seen, other.announced or other.seen
    return None if mine is None or theirs is None else abs((mine - theirs).days)


def overlap(one: Window, other: Window) -> bool:
    """Return whether the two may be of one contract: nothing in their dates speaks against it."""
    if one.years and other.years and not one.years & other.years:
        return False
    if _is_after(one, other) or _is_after(other, one):
        return False
    same_end = one.end is not None and one.end == other.end
    if one.background or other.background:
        return _recalls(*((one, other) if one.background else (other, one))) and _ends_agree(one, other)
    days = gap(one, other)
    if days is not None and days <= SAME_NEWS_DAYS:
        # The news of these weeks is one, unless one article is about the contract that the other says is renewed.
        return (one.opens and other.opens) or one.renews == other.renews or _ends_agree(one, other)
    if not _ends_agree(one, other):
        return False
    if days is None:
        return same_end or one.renews == other.renews or not (one.opens and other.opens)
    first, later = sorted((one, other), key=_news_day)
    return same_end or _follows(first, later, days)


def _news_day(window: Window) -> date:
    return window.announced or window.seen or date.max


def _is_after(one: Window, other: Window) -> bool:
    """`one` begins after `other` has ended."""
    return one.start is not None and other.end is not None and one.start > other.end


def _ends_agree(one: Window, other: Window) -> bool:
    """One year of difference is a season counted differently, if neither renews the other."""
    if one.end is None or other.end is None:
        return True
    allowed = 0 if one.renews != other.renews else 1
    return abs(one.end - other.end) <= allowed


def _recalls(background: Window, news: Window) -> bool:
    """A passing mention can be of a deal that had been announced by then, and not of one it says is over."""
    if background.background and news.background:
        return True
    if background.seen is None or news.announced is None:
        return not (background.over and news.opens)
    lead = (news.announced - background.seen).days
    if lead > SAME_NEWS_DAYS and news.opens:  # a deal that is widened, or ends, had been there before
        return False
    if background.over and news.opens and lead > -SAME_NEWS_DAYS:
        return False
    return news.end is None or background.seen.year <= news.end + 1


def _follows(first: Window, later: Window, days: int) -> bool:
    """News of the same parties after more than a season's quarter: does it still speak of the same contract?"""
    if first.early and later.opens:
        return days <= RUMOUR_DAYS
    if later.renews:
        return first.renews and days <= SAME_DEAL_DAYS
    if later.opens or later.early:
        return first.opens and days <= SAME_DEAL_DAYS
    # An end, a denial, an expansion: of the contract that runs then.
    return first.end is None or first.announced is None or _news_day(later).year <= first.end + 1
