"""Articles that are stored, corrected, retracted and decided about give the deals and events that follow."""

import random
import sqlite3
from contextlib import closing

import pytest
from sqlmodel import select

from records.deal import MergedDeal
from records.errors import Rejected
from records.record import Article, EventType, Role, Status
from records.session import Database
from records.store import articles, blocks, deals, decisions, findings, jobs, log
from records.tables import Deal, DealClaim, Event, Job, QuoteGroup
from tests.stories import article, claim, quote
from worker.merging import merge_claims


def store(db: Database, told: Article) -> str:
    """Store the article as enriched, without merging it; return its permanent id."""
    with db.write() as session:
        stored = articles.store(session, told, identity=told.id, fingerprint=told.model_dump_json())
        row = articles.get(session, stored.id)
        assert row is not None
        findings.replace(session, row, told, {"deals": 1}, "v1")
    return stored.id


def merge(db: Database, article_id: str) -> list[str]:
    """Merge the article's claims; return what happened to which sponsor's deal."""
    with db.write() as session:
        return [f"{change.kind} {change.deal.sponsor.name}" for change in merge_claims(session, article_id)]


def add(db: Database, told: Article) -> list[str]:
    return merge(db, store(db, told))


def do_asked(db: Database) -> list[str]:
    """Do the merge jobs that wait; return what happened."""
    with db.read() as session:
        waiting = session.exec(select(Job).where(Job.step == "merge", Job.state == "queued")).all()
    done = []
    for job in waiting:
        done += merge(db, job.subject_id)
        with db.write() as session:
            lease = jobs.claim(session, job.subject_id, "merge", job.input_hash, lease_s=9, attempts=3)
            assert lease is not None
            jobs.finish(session, lease)
    return done


def stored_deals(db: Database, state: str = "live") -> list[MergedDeal]:
    with db.read() as session:
        rows = session.exec(select(Deal).where(Deal.state == state).order_by(Deal.number)).all()
        return [MergedDeal.model_validate(row.body) for row in rows]


def names(deal: MergedDeal) -> list[str]:
    """Return the outlets whose claims the deal holds."""
    return sorted(source.name or "" for source in deal.sources)


def events(db: Database, kind: str = "deal") -> list[tuple[str, int]]:
    with db.read() as session:
        found = log.after(session, 0, 1000)
        return [(event.kind, event.revision) for event in found if event.kind.startswith(kind)]


def content(db: Database) -> list[dict[str, object]]:
    """Return the live deals without ids and times, which depend on what came first."""
    with db.read() as session:
        known = {row.id: row.identity for row in session.exec(select(articles.Article))}
    found = []
    live = stored_deals(db)
    places = {deal.id: min(f"{known[c.article_id]}/{c.deal.id}" for c in deal.claims) for deal in live}
    for deal in live:
        plain = deal.model_dump(mode="json", exclude={"revision", "updated_at", "sources", "claims", "quotes"})
        for link in ("id", "supersedes", "superseded_by", "replaces", "replaced_by"):
            plain[link] = places.get(plain[link])
        plain["claims"] = sorted(f"{known[c.article_id]}/{c.deal.id}" for c in deal.claims)
        found.append(plain)
    return sorted(found, key=lambda each: str(each["id"]))


def test_a_second_article_updates_the_deal_and_the_log_tells_it(database: Database) -> None:
    assert add(database, article("a", claim("Velmora"))) == ["announced Velmora"]
    assert add(database, article("b", claim("Velmora Bank", end="2034"))) == ["updated Velmora Bank"]
    (deal,) = stored_deals(database)
    assert (names(deal), deal.term.end, deal.revision) == (["The a Post", "The b Post"], "2034", 2)
    assert events(database) == [("deal.announced", 1), ("deal.updated", 2)]
    with database.read() as session:
        row = deals.get(session, deal.id)
        assert row is not None
        assert (row.sponsor_name, row.sources, row.claims, row.ends_by) == ("Velmora Bank", 2, 2, "2034-12-31")
        assert (row.updated_at, row.revision) == (deal.updated_at, deal.revision)


def test_merging_again_changes_nothing(database: Database) -> None:
    first = store(database, article("a", claim(), quotes=(quote("We chose each other for good.", "d1"),)))
    merge(database, first)
    before = stored_deals(database), events(database)
    assert merge(database, first) == []
    assert (stored_deals(database), events(database)) == before


def test_any_order_of_arrival_gives_the_same_deals(database: Database) -> None:
    told = [
        article("a", claim("Velmora", role=Role.SHIRT_FRONT, end="2030"), at="2028-03-01"),
        article(
            "b", claim("Velmora Bank", role=Role.SHIRT_FRONT, event=EventType.RENEWAL, end="2033"), at="2030-02-01"
        ),
        article("c", claim("Velmora", role=Role.PRINCIPAL, event=EventType.RENEWAL), at="2030-02-02"),
        article("d", claim("Ostrey", role=Role.SHIRT_FRONT, event=EventType.REPLACEMENT), at="2033-01-05"),
        article(
            "e",
            claim("Ostrey", role=Role.SHIRT_SLEEVE),
            claim("Velmora", number=2, background=True),
            at="2033-01-06",
        ),
        article("f", claim("Quenby", "Tessel Open")),
    ]
    for each in told:
        add(database, each)
    expected = content(database)
    shuffled = random.Random(4).sample(told, len(told))
    with database.write() as session:
        ids = {row.identity: row.id for row in session.exec(select(articles.Article))}
        for row in session.exec(select(articles.Article)):
            row.state = "retracted"
    for each in told:
        merge(database, ids[each.id])
    assert stored_deals(database) == []
    for each in shuffled:
        with database.write() as session:
            row = articles.get(session, ids[each.id])
            assert row is not None
            row.state = "live"
        merge(database, ids[each.id])
    assert content(database) == expected
    assert len(expected) == 5


def test_a_corrected_article_updates_its_deal_and_what_a_person_set_stays(database: Database) -> None:
    first = store(database, article("a", claim(end="2034", role=Role.SHIRT_FRONT)))
    merge(database, first)
    (deal,) = stored_deals(database)
    with database.write() as session:
        decisions.lock_field(session, deal.id, "term.end", "2035", by="an editor")
    assert do_asked(database) == ["updated Velmora Bank"]
    store(database, article("a", claim(end="2036", role=Role.SHIRT_SLEEVE)))
    assert merge(database, first) == ["updated Velmora Bank"]
    (after,) = stored_deals(database)
    assert (after.id, after.term.end, after.role, after.locked) == (
        deal.id,
        "2035",
        Role.SHIRT_SLEEVE,
        ("term.end",),
    )
    with database.write() as session:
        decisions.unlock_field(session, deal.id, "term.end")
    do_asked(database)
    assert stored_deals(database)[0].term.end == "2036"


def test_a_retracted_article_takes_its_deal_along_and_comes_back_under_the_same_id(database: Database) -> None:
    first = store(database, article("a", claim()))
    merge(database, first)
    (deal,) = stored_deals(database)
    with database.write() as session:
        row = articles.get(session, first)
        assert row is not None
        row.state = "retracted"
    assert merge(database, first) == ["retracted Velmora Bank"]
    assert (stored_deals(database), [each.id for each in stored_deals(database, "retracted")]) == ([], [deal.id])
    with database.write() as session:
        row = articles.get(session, first)
        assert row is not None
        row.state = "live"
    assert merge(database, first) == ["announced Velmora Bank"]
    assert [each.id for each in stored_deals(database)] == [deal.id]
    assert events(database) == [("deal.announced", 1), ("deal.retracted", 2), ("deal.announced", 3)]


def test_two_deals_joined_by_hand_are_one_until_it_is_undone(database: Database) -> None:
    add(database, article("a", claim("Velmora")))
    add(database, article("b", claim("VLM Holdings")))
    one, other = stored_deals(database)
    with database.write() as session:
        decision = decisions.merge(session, one.id, other.id, by="an editor", reason="renamed")
    assert sorted(do_asked(database)) == ["merged VLM Holdings", "updated VLM Holdings"]
    (joined,) = stored_deals(database)
    assert (joined.id, names(joined)) == (one.id, ["The a Post", "The b Post"])
    assert [each.merged_into for each in stored_deals(database, "merged")] == [one.id]
    add(database, article("c", claim("VLM")))
    assert names(stored_deals(database)[0]) == ["The a Post", "The b Post", "The c Post"]
    with database.write() as session:
        decisions.undo(session, decision)
    assert sorted(do_asked(database)) == ["split VLM Holdings", "updated Velmora"]
    assert {deal.id: names(deal) for deal in stored_deals(database)} == {
        one.id: ["The a Post"],
        other.id: ["The b Post", "The c Post"],
    }


def test_a_deal_parted_by_hand_stays_parted(database: Database) -> None:
    first = store(database, article("a", claim(end="2034")))
    second = store(database, article("b", claim(end="2034")))
    merge(database, first)
    merge(database, second)
    (whole,) = stored_deals(database)
    with database.write() as session:
        decisions.split(session, whole.id, [(second, "d1")])
    assert sorted(do_asked(database)) == ["split Velmora Bank", "updated Velmora Bank"]
    add(database, article("c", claim(end="2034")))
    assert sorted(len(deal.claims) for deal in stored_deals(database)) == [1, 2]
    assert names(stored_deals(database)[0])[0] == "The a Post"


@pytest.mark.parametrize(
    ("field", "given", "code"),
    [
        ("id", "x", "field_unknown"),
        ("status", "sunny", "value_invalid"),
        ("term.years", "many", "value_invalid"),
        ("term.end", "soon", "value_invalid"),
        ("territory", "a\x00b", "value_invalid"),
    ],
)
def test_what_cannot_be_set_is_refused(database: Database, field: str, given: str, code: str) -> None:
    add(database, article("a", claim()))
    (deal,) = stored_deals(database)
    with pytest.raises(Rejected) as refusal, database.write() as session:
        decisions.lock_field(session, deal.id, field, given)
    assert refusal.value.code == code


def test_a_successor_ends_the_sponsor_before_whichever_article_comes_first(database: Database) -> None:
    successor = claim("Ostrey", role=Role.SHIRT_FRONT, event=EventType.REPLACEMENT)
    add(database, article("b", successor, at="2031-06-01"))
    assert add(database, article("a", claim("Velmora", role=Role.SHIRT_FRONT), at="2028-06-01")) == [
        "announced Velmora",
        "updated Ostrey",
    ]
    late, early = stored_deals(database)
    assert (early.status, early.replaced_by, late.replaces) == (Status.EXPIRED, late.id, early.id)


def test_a_quotation_lends_its_speaker_to_the_copy_without_one(database: Database) -> None:
    words = "This bond will carry the club for a whole generation"
    add(database, article("a", claim(), quotes=(quote(words, "d1", who="Mara Quill", title="president"),)))
    add(database, article("b", claim(), quotes=(quote(f"{words} and beyond.", "d1"),)))
    (deal,) = stored_deals(database)
    (group,) = deal.quotes
    assert group.speaker is not None
    assert (group.speaker.name, group.speaker.title) == ("Mara Quill", "president")
    assert [copy.speaker and copy.speaker.name for copy in group.copies] == ["Mara Quill", None]
    with database.read() as session:
        (row,) = session.exec(select(QuoteGroup)).all()
        assert (row.speaker_name, row.sources) == ("Mara Quill", 2)


def test_a_failed_merge_leaves_nothing_behind(database: Database) -> None:
    first = store(database, article("a", claim()))
    with pytest.raises(ZeroDivisionError), database.write() as session:
        merge_claims(session, first)
        raise ZeroDivisionError
    with database.read() as session:
        assert session.exec(select(Deal)).all() == []
        assert session.exec(select(DealClaim)).all() == []
        assert session.exec(select(Event).where(Event.kind == "deal.announced")).all() == []


def test_the_lock_lets_one_merge_through_at_a_time(database: Database) -> None:
    with database.write() as session:
        blocks.lock(session)
        if database.is_sqlite:
            with (
                closing(sqlite3.connect(str(database.url.database), timeout=0)) as writer,
                pytest.raises(sqlite3.OperationalError, match="locked"),
            ):
                writer.execute("BEGIN IMMEDIATE")
            return
        with database.writer.connect() as other:
            taken = other.exec_driver_sql(
                "SELECT pg_try_advisory_xact_lock(hashtextextended('sponsorwire.merge', 0))"
            )
            assert taken.scalar_one() is False
