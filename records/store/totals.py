"""How much came in and how far it got, in a few numbers."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import col, select

from records.session import Session
from records.store import articles, intake
from records.tables import Deal, Job


@dataclass(frozen=True)
class Totals:
    """`inputs` is what came in whatever its fate; `waiting` and `dead` are jobs.

    `passed_through` are articles in a language that is not read: stored and published, not enriched.
    """

    inputs: int = 0
    duplicates: int = 0
    rejected: int = 0
    ignored: int = 0
    articles: int = 0
    enriched: int = 0
    passed_through: int = 0
    deals: int = 0
    waiting: int = 0
    dead: int = 0


def count(session: Session) -> Totals:
    """Return the totals of this moment."""
    fates = intake.counts(session)
    states = articles.counts(session)
    enriched, passed_through = states.pop("enriched"), states.pop("passed_through")
    deals = session.execute(select(sa.func.count()).select_from(Deal).where(Deal.state == "live")).scalar_one()
    work = dict(session.execute(select(Job.state, sa.func.count()).group_by(col(Job.state))).all())
    return Totals(
        inputs=sum(fates.values()),
        duplicates=fates["duplicate"],
        rejected=fates["rejected"],
        ignored=fates["ignored"],
        articles=sum(states.values()),
        enriched=enriched,
        passed_through=passed_through,
        deals=deals,
        waiting=work.get("queued", 0) + work.get("running", 0),
        dead=work.get("dead", 0),
    )
