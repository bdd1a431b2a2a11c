"""Articles: stored by identity, kept with the texts they had, read one by one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import col, select

from records.record import Article as Record
from records.record import Source
from records.session import Session
from records.store import findings, jobs, log
from records.store.insert import insert
from records.tables import Article, Job, Revision


class Outcome(StrEnum):
    """What storing an article did."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True)
class Stored:
    """The article's permanent id, its revision, and what storing it did."""

    id: str
    revision: int
    outcome: Outcome


# Columns that come from the file and stand in the record under the same name.
FROM_FILE = ("url", "title", "byline", "published_at", "language", "captions", "text", "warnings")


def store(
    session: Session,
    record: Record,
    *,
    identity: str,
    fingerprint: str,
    published_basis: str | None = None,
    intake_id: str | None = None,
    queue: str = "live",
) -> Stored:
    """Store the article and return its id, which is ours for good; `record.id` is not used.

    The same `identity` is the same article: with the same `fingerprint` nothing changes (SAME), with another
    one the text before is kept as a revision (CHANGED). NEW and CHANGED append `article.ingested` and ask for
    the enrichment, in the same transaction.
    """
    values = {
        **_from_file(record),
        "fingerprint": fingerprint,
        "published_basis": published_basis,
        "intake_id": intake_id,
        "updated_at": session.now,
        "listed_at": record.published_at or session.now,
    }
    row = insert(session, Article).values(
        id=session.new_id("art"),
        identity=identity,
        revision=1,
        state="live",
        is_news=False,
        findings={},
        ingested_at=session.now,
        **values,
    )
    added = session.execute(
        row.on_conflict_do_nothing(index_elements=["identity"]).returning(col(Article.id))
    ).scalar()
    if added is not None:
        return _announce(session, Stored(added, 1, Outcome.NEW), record, fingerprint, queue)
    old = session.exec(select(Article).where(Article.identity == identity).with_for_update()).one()
    if old.fingerprint == fingerprint:
        return Stored(old.id, old.revision, Outcome.SAME)
    session.add(
        Revision(
            article_id=old.id,
            revision=old.revision,
            fingerprint=old.fingerprint,
            intake_id=old.intake_id,
            title=old.title,
            text=old.text,
            byline=old.byline,
            captions=old.captions,
            published_at=old.published_at,
            replaced_at=session.now,
        )
    )
    if record.published_at is None:  # an edit does not move an article whose date nobody knows
        values["listed_at"] = old.listed_at
    for name, value in values.items():
        setattr(old, name, value)
    old.revision, old.state = old.revision + 1, "live"
    session.flush()
    return _announce(session, Stored(old.id, old.revision, Outcome.CHANGED), record, fingerprint, queue)


def enrichment_input(revision: int, fingerprint: str, versions: str = "") -> str:
    """Return what an enrichment works on, as the job's input hash; `versions` when stages are newer."""
    return f"r{revision}-{fingerprint[:24]}" + (f"-{versions}" if versions else "")


def get(session: Session, article_id: str) -> Article | None:
    """Return the article's row."""
    return session.exec(select(Article).where(Article.id == article_id)).first()


def get_locked(session: Session, article_id: str) -> Article | None:
    """Return the article's row; nobody else changes it until this transaction ends."""
    return session.exec(select(Article).where(Article.id == article_id).with_for_update()).first()


def get_many(session: Session, article_ids: Iterable[str]) -> dict[str, Article]:
    """Return the articles' rows by id."""
    rows = session.exec(select(Article).where(col(Article.id).in_(list(article_ids)))).all()
    return {row.id: row for row in rows}


def same_words(session: Session, fingerprint: str) -> str | None:
    """Return the id of the first live article with these very words, wherever it came from."""
    query = select(Article.id).where(Article.fingerprint == fingerprint, Article.state == "live")
    return session.exec(query.order_by(col(Article.number)).limit(1)).first()


def of_intake(session: Session, intake_id: str, *, limit: int = 100) -> Sequence[Article]:
    """Return the articles that came with one input."""
    return session.exec(
        select(Article).where(Article.intake_id == intake_id).order_by(col(Article.number)).limit(limit)
    ).all()


def revisions(session: Session, article_id: str) -> Sequence[Revision]:
    """Return the texts the article had before, oldest first."""
    return session.exec(
        select(Revision).where(Revision.article_id == article_id).order_by(col(Revision.revision))
    ).all()


def as_ingested(row: Article) -> Record:
    """Return the article as it came in, without what was found in it."""
    return Record.model_validate(
        {
            **{name: getattr(row, name) for name in FROM_FILE},
            "id": row.id,
            "source": Source(name=row.source_name, domain=row.source_domain),
        }
    )


def record_of(row: Article) -> Record:
    """Return the article as the record has it, findings included."""
    return Record.model_validate({**as_ingested(row).model_dump(), "relevance": row.relevance, **row.findings})


def outdated(session: Session, versions: str, *, limit: int) -> Sequence[Article]:
    """Return live articles that stages of other versions read and that no job waits to read again."""
    waits = sa.exists().where(
        col(Job.subject_id) == col(Article.id),
        col(Job.step) == "enrich",
        col(Job.state).in_(("queued", "running", "dead")),
    )
    # Two ranges of the index, where "other than" would read the whole table.
    other = sa.or_(col(Article.enriched_with) < versions, col(Article.enriched_with) > versions)
    return session.exec(select(Article).where(Article.state == "live", other, ~waits).limit(limit)).all()


def reject(session: Session, article_id: str, code: str, reason: str, *, retract: bool = False) -> bool:
    """Set the article aside with the reason, or retract it, and have its deals merged without it.

    Appends `article.rejected` and asks for the merge; its findings are gone. Returns False if there is no such
    article or it is set aside already.
    """
    row = get_locked(session, article_id)
    state = "retracted" if retract else "rejected"
    if row is None or row.state == state:
        return False
    row.state, row.findings, row.is_news, row.updated_at = state, {}, False, session.now
    findings.clear(session, row.id)
    session.flush()
    body = {"article": _head(row.id, as_ingested(row)), "code": code, "reason": reason}
    # A person may retry and it may fail again: each time is an event of its own.
    before = log.count(session, row.id, "article.rejected")
    log.append(
        session,
        f"art:{row.id}:rev:{row.revision}:rejected:{before + 1}",
        "article.rejected",
        row.id,
        row.revision,
        body,
    )
    jobs.ask(session, "merge", row.id, f"r{row.revision}-{state}-{before + 1}")
    return True


def counts(session: Session) -> dict[str, int]:
    """Return how many articles there are by state, how many of them are enriched, and how many passed through.

    One in a language that is not read passes through: nothing was looked for in it, so it has no relevance.
    """
    looked_at, enriched = sa.func.count(col(Article.enriched_with)), sa.func.count(col(Article.relevance))
    asked = select(Article.state, sa.func.count(), enriched, looked_at - enriched).group_by(col(Article.state))
    rows = session.execute(asked).all()
    return {
        **{state: number for state, number, _, _ in rows},
        "enriched": sum(row[2] for row in rows),
        "passed_through": sum(row[3] for row in rows),
    }


def _from_file(record: Record) -> dict[str, Any]:
    return {
        **{name: getattr(record, name) for name in FROM_FILE},
        "byline": list(record.byline),
        "captions": list(record.captions),
        "warnings": list(record.warnings),
        "source_name": record.source.name,
        "source_domain": record.source.domain,
    }


def _announce(session: Session, stored: Stored, record: Record, fingerprint: str, queue: str) -> Stored:
    log.append(
        session,
        f"art:{stored.id}:rev:{stored.revision}:ingested",
        "article.ingested",
        stored.id,
        stored.revision,
        {"article": _head(stored.id, record), "outcome": stored.outcome.value},
    )
    jobs.ask(session, "enrich", stored.id, enrichment_input(stored.revision, fingerprint), queue=queue)
    return stored


def _head(article_id: str, record: Record) -> dict[str, Any]:
    """Return what every event about an article says of it."""
    fields = {"schema_version", "url", "source", "title", "byline", "published_at", "language"}
    return {"id": article_id, **record.model_dump(mode="json", include=fields)}
