"""An article's record and a merged deal, told in lines that a person can read and compare."""

from collections.abc import Iterator

from records.deal import MergedDeal
from records.record import Article, Deal, EntityKind, Party, Term, Value


def article(record: Article) -> str:
    """Return the record of an article: head, captions, entities, quotations, deals."""
    return "\n".join(_article(record)) + "\n"


def deals(merged: list[MergedDeal]) -> str:
    """Return merged deals: their fields, sources, disagreements and quotations."""
    return "\n".join(line for deal in merged for line in _merged(deal))


def _article(record: Article) -> Iterator[str]:
    yield record.title or "(no title)"
    published = record.published_at.isoformat() if record.published_at else None
    yield _row(record.source.name, record.url, published, ", ".join(record.byline), record.language)
    yield f"relevance {record.relevance}"
    yield from (f"caption: {caption}" for caption in record.captions)
    yield from (f"warning: {warning}" for warning in record.warnings)
    yield ""
    for kind in EntityKind:
        for entity in record.entities:
            if entity.kind is kind:
                also = f" = {' = '.join(entity.aliases)}" if entity.aliases else ""
                post = _row(entity.title, entity.affiliation)
                yield f"{kind}: {entity.name}{also}{f' ({post})' if post else ''} x{len(entity.mentions)}"
    yield ""
    for quote in record.quotes:
        yield f"{quote.kind}, {quote.speaker.name if quote.speaker else 'nobody'}: {' '.join(quote.text.split())}"
    for deal in record.deals:
        yield ""
        yield from _deal(record, deal)


def _deal(record: Article, deal: Deal) -> Iterator[str]:
    yield _parties(deal.sponsor, deal.rights_holder, deal.property) + (
        " [background]" if deal.is_background else ""
    )
    yield "  " + _row(deal.role, deal.status, deal.event_type, deal.confirmation)
    yield from _terms(deal.designations, deal.editions, deal.territory, deal.term)
    yield from (f"  value: {_value(value)}" for value in deal.value)
    for evidence in deal.evidence:
        yield f"  {evidence.field}: “{' '.join(record.text[evidence.start : evidence.end].split())}”"


def _merged(deal: MergedDeal) -> Iterator[str]:
    yield _parties(deal.sponsor, deal.rights_holder, deal.property)
    yield "  " + _row(deal.role, deal.status, deal.event_type, deal.confirmation)
    yield from _terms(deal.designations, deal.editions, deal.territory, deal.term)
    yield f"  independent sources: {deal.independent_sources}"
    titles = {source.article_id: source.title or source.article_id for source in deal.sources}
    for source in deal.sources:
        copy = f", copy of {titles.get(source.copy_of, source.copy_of)}" if source.copy_of else ""
        yield f"  source: {_row(source.name, source.title)}{copy}{' [background]' if source.is_background else ''}"
    for value in deal.value:
        yield f"  value: {_value(value)} ({titles.get(value.article_id)})"
    for disagreement in deal.disagreements:
        yield f"  they differ on {disagreement.field}: {' / '.join(str(p.value) for p in disagreement.positions)}"
    for group in deal.quotes:
        yield f"  quote x{len(group.copies)}, {group.speaker.name if group.speaker else 'nobody'}: {group.text}"
    for name, other in (("renews", deal.supersedes), ("ends", deal.replaces)):
        if other:
            yield f"  {name} another deal"
    yield ""


def _parties(sponsor: Party, holder: Party, part: Party | None) -> str:
    return f"{sponsor.name} -> {holder.name}{f' ({part.name})' if part else ''}"


def _terms(
    designations: tuple[str, ...], editions: tuple[str, ...], territory: str | None, term: Term
) -> Iterator[str]:
    if designations:
        yield f"  as: {'; '.join(designations)}"
    if editions:
        yield f"  editions: {'; '.join(editions)}"
    if territory:
        yield f"  territory: {territory}"
    for name in ("announced_on", "start", "end", "years"):
        if (found := getattr(term, name)) is not None:
            yield f"  {name}: {found}"


def _value(value: Value) -> str:
    amount = value.amount if value.amount is not None else f"{value.min} to {value.max}" if value.min else None
    return _row(None if amount is None else str(amount), value.currency, value.basis, value.disclosure)


def _row(*cells: str | None) -> str:
    return " | ".join(cell for cell in cells if cell)
