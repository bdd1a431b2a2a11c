"""A small stock of articles and deals in a database, for the tests of what is served: made without reading text."""

from datetime import UTC, datetime, timedelta

from records.deal import (
    Claim,
    DealSource,
    Disagreement,
    MergedDeal,
    MergedParty,
    Position,
    QuoteCopy,
    QuoteGroup,
    SourcedValue,
)
from records.record import (
    Article,
    Confirmation,
    Deal,
    Disclosure,
    Entity,
    EntityKind,
    EventType,
    Evidence,
    Party,
    Quote,
    QuoteKind,
    Role,
    Source,
    Span,
    Speaker,
    Status,
    Term,
    Value,
)
from records.session import Database
from records.store import articles, deals, findings, log

MORNING = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
TEXT = (
    "Nordlicht Energie will be the shirt sponsor of FC Hafen until June 2029.\n\n"
    "“We stay with the club,” said Mara Quill, chief executive of Nordlicht Energie. "
    "The deal is worth 1.5 million euros a year, the club said."
)


def span(words: str) -> Span:
    """Return where the words first stand in the text."""
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


def article(number: int = 0, sponsor: str = "Nordlicht Energie") -> Article:
    """Return an article with its findings; its id is given by the store."""
    quoted, worth = span("We stay with the club,"), span("1.5 million euros a year")
    speaker = Speaker(entity_id="e3", name="Mara Quill", title="chief executive", affiliation="Nordlicht Energie")
    holder = Party(entity_id="e2", name="FC Hafen")
    claim = Deal(
        id="d1",
        sponsor=Party(entity_id="e1", name=sponsor),
        rights_holder=holder,
        role=Role.SHIRT_FRONT,
        designations=("shirt sponsor",),
        categories=("energy",),
        status=Status.ANNOUNCED,
        event_type=EventType.NEW,
        is_background=False,
        term=Term(end="2029-06", precision="month", basis="stated"),
        value=(
            Value(
                amount=1_500_000, currency="EUR", basis="per_year", disclosure=Disclosure.DISCLOSED,
                attribution="the club", start=worth.start, end=worth.end,
            ),
        ),
        confirmation=Confirmation.PARTY_STATEMENT,
        evidence=(
            Evidence(field="sponsor", **span("Nordlicht Energie").model_dump()),
            Evidence(field="rights_holder", **span("FC Hafen").model_dump()),
            Evidence(field="role", **span("shirt sponsor").model_dump()),
            Evidence(field="term.end", **span("June 2029").model_dump()),
            Evidence(field="value.amount", start=worth.start, end=worth.end),
        ),
        confidence=0.9,
    )  # fmt: skip
    return Article(
        id="",
        url=f"https://news.example/{number}",
        source=Source(name="Hafen Post", domain="news.example"),
        title=f"{sponsor} on the shirts of FC Hafen",
        byline=("Ida Rook",),
        published_at=MORNING + timedelta(hours=number),
        language="en",
        captions=("The new shirt. Photo: Hafen Post",),
        text=TEXT,
        relevance=0.97,
        entities=(
            Entity(id="e1", kind=EntityKind.ORGANIZATION, name=sponsor, mentions=(span("Nordlicht Energie"),)),
            Entity(id="e2", kind=EntityKind.RIGHTS_HOLDER, name="FC Hafen", mentions=(span("FC Hafen"),)),
            Entity(
                id="e3", kind=EntityKind.PERSON, name="Mara Quill", title="chief executive",
                affiliation="Nordlicht Energie", mentions=(span("Mara Quill"),),
            ),
        ),
        quotes=(
            Quote(
                text="We stay with the club,", start=quoted.start, end=quoted.end, kind=QuoteKind.DIRECT,
                cue="said", speaker=speaker, speaker_span=span("Mara Quill"), deal_ids=("d1",), confidence=0.95,
            ),
        ),
        deals=(claim,),
    )  # fmt: skip


def merged(deal_id: str, article_id: str, record: Article, revision: int = 1, **changes: object) -> MergedDeal:
    """Return the deal that the article reports, as the ledger would make it."""
    claim, quote = record.deals[0], record.quotes[0]
    value = SourcedValue(article_id=article_id, **claim.value[0].model_dump())
    copy = QuoteCopy(
        article_id=article_id, text=quote.text, start=quote.start, end=quote.end, kind=quote.kind,
        speaker=quote.speaker,
    )  # fmt: skip
    deal = MergedDeal(
        id=deal_id,
        revision=revision,
        sponsor=MergedParty(name=claim.sponsor.name, aliases=("Nordlicht",)),
        rights_holder=MergedParty(name=claim.rights_holder.name),
        role=claim.role,
        roles=(claim.role,),
        designations=claim.designations,
        categories=claim.categories,
        status=claim.status,
        event_type=claim.event_type,
        term=claim.term,
        value=(value,),
        confirmation=claim.confirmation,
        confidence=0.9,
        disagreements=(
            Disagreement(
                field="term.end",
                positions=(
                    Position(value="2029-06", article_ids=(article_id,)),
                    Position(value="2030", article_ids=(article_id,), attribution="a rival"),
                ),
            ),
        ),
        independent_sources=1,
        sources=(
            DealSource(
                article_id=article_id, name=record.source.name, domain=record.source.domain, url=record.url,
                title=record.title, published_at=record.published_at, independent=True,
            ),
        ),
        claims=(Claim(article_id=article_id, published_at=record.published_at, deal=claim),),
        quotes=(QuoteGroup(text=quote.text, kind=quote.kind, speaker=quote.speaker, copies=(copy,)),),
        first_reported_at=record.published_at,
        updated_at=datetime.now(UTC),
    )  # fmt: skip
    return deal.model_copy(update=changes)


def add_article(database: Database, number: int = 0, sponsor: str = "Nordlicht Energie") -> tuple[str, Article]:
    """Store an enriched article with its events, and return its id and record."""
    return add(database, article(number, sponsor), number)


def add_german(database: Database) -> str:
    """Store an article in a language that is not read, as its enrichment leaves it, and return its id."""
    return add(database, Article(id="german", language="de", text="Der Verein hat einen neuen Trikotsponsor."), 99)[
        0
    ]


def add(database: Database, record: Article, number: int) -> tuple[str, Article]:
    """Store `record` as enriched with its events, and return its id and itself."""

    def work(session):  # type: ignore[no-untyped-def]
        stored = articles.store(session, record, identity=f"article {number}", fingerprint=f"text {number}")
        row = articles.get(session, stored.id)
        assert row is not None
        findings.replace(session, row, record, {"deals": 1}, "v1")
        body = {"article": record.model_dump(mode="json") | {"id": stored.id}}
        log.append(session, f"art:{stored.id}:enriched", "article.enriched", stored.id, 1, body)
        return stored.id

    return database.run(work), record


def put_deal(database: Database, deal: MergedDeal, kind: str = "deal.announced") -> None:
    """Store the deal and its event, in one transaction."""

    def work(session):  # type: ignore[no-untyped-def]
        deals.save(session, deal, keys=(), replaces=False)
        body = {"deal": deal.model_dump(mode="json")}
        log.append(session, f"deal:{deal.id}:{deal.revision}:{kind}", kind, deal.id, deal.revision, body)

    database.run(work)


def fill(database: Database, deals_wanted: int = 3) -> list[str]:
    """Store articles, each with its deal, and return the deals' ids, oldest first."""
    ids = []
    for number in range(deals_wanted):
        sponsor = "Nordlicht Energie" if number % 2 == 0 else "Velmora Bank"
        article_id, record = add_article(database, number, sponsor)
        ids.append(f"deal_{number}")
        put_deal(database, merged(ids[-1], article_id, record))
    return ids
