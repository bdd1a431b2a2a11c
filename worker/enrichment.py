"""Reads one article with the stages, holding no transaction, and stores what they found in one.

What was found about a text that has been edited meanwhile is thrown away: the edit has a job of its own.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from enrich import pipeline
from records.crash import crash_point
from records.record import Article as Record
from records.session import Session
from records.store import articles, findings, jobs, log
from records.store.jobs import Lease
from records.tables import Article
from worker.turn import Desk


def enrich_article(desk: Desk, lease: Lease) -> None:
    """Enrich the article of the job: findings, event and the request to merge are stored, or none of them.

    Raises LeaseLost, Unavailable.
    """
    with desk.db.read() as session:
        row = articles.get(session, lease.subject_id)
    if row is None or row.state == "retracted":
        return desk.finish(lambda session: None, lease)
    record = pipeline.enrich(articles.as_ingested(row), gate=desk.settings.gate)
    crash_point("after_stages")
    revision, fingerprint = row.revision, row.fingerprint

    def store(session: Session) -> None:
        now = articles.get_locked(session, lease.subject_id)
        if now is not None and (now.revision, now.fingerprint) == (revision, fingerprint):
            store_findings(session, now, record)

    return desk.finish(store, lease)


def store_findings(session: Session, article: Article, record: Record) -> None:
    """Replace the article's findings by those of `record`, tell the log, and ask for the merge."""
    versions = pipeline.versions()
    used = versions_hash(versions)
    article.state = "live"  # one that was set aside and now succeeds is back
    findings.replace(session, article, record, versions, used)
    session.flush()
    reading = f"rev:{article.revision}:enriched:{used}"
    log.append(
        session,
        f"art:{article.id}:{reading}",
        "article.enriched",
        article.id,
        article.revision,
        {"article": event_body(record)},
    )
    jobs.ask(session, "merge", article.id, reading)


def versions_hash(versions: Mapping[str, int]) -> str:
    """Return a short hash of the stages and their versions: raise one, and the archive is read again."""
    named = ",".join(f"{name}={version}" for name, version in sorted(versions.items()))
    return hashlib.sha256(named.encode()).hexdigest()[:12]


def event_body(record: Record) -> dict[str, Any]:
    """Return the record without its long parts: readers of the log fetch the text by the article's id."""
    found = record.model_dump(mode="json", exclude={"text", "captions"})
    for entity in found["entities"]:
        del entity["mentions"]
    return found
