"""How much came in and how far it got, in a few numbers."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import col, select

from records.session import Session
from records.store import intake
from records.tables import Article, Deal, Job


@dataclass(frozen=True)
class Totals:
    """`inputs` is what came in whatever its fate; `waiting` and `dead` are jobs."""

    inputs: int = 0
    duplicates: int = 0
    rejected: int = 0
    ignored: int = 0
    articles: int = 0
    enriched: int = 0
    deals: int = 0
    waiting: int = 0
    dead: int = 0


def count(session: Session) -> Totals:
    """Return the totals of this moment."""
    fates = intake.counts(session)
    articles, enriched = session.execute(
        select(sa.func.count(), sa.func.count(col(Article.enriched_with))).select_from(Article)
    ).one()
    deals = session.execute(select(sa.func.count()).select_from(Deal).where(Deal.state == "live")).scalar_one()
    states = dict(session.execute(select(Job.state, sa.func.count()).group_by(col(Job.state))).tuples().all())
    return Totals(
        inputs=sum(fates.values()),
        duplicates=fates["duplicate"],
        rejected=fates["rejected"],
        ignored=fates["ignored"],
        articles=articles,
        enriched=enriched,
        deals=deals,
        waiting=states.get("queued", 0) + states.get("running", 0),
        dead=states.get("dead", 0),
    )
