"""From whom a phrase means to the speaker of the record: the fullest name, title and affiliation."""

from enrich.quotations.cast import Cast, Mention
from records.record import Speaker


def of(cast: Cast, mention: Mention | None) -> Speaker | None:
    """Return the speaker a mention names, or None where it names nobody who can speak."""
    if mention is None or not mention.acts:
        return None
    if mention.entity is not None:
        fuller = cast.surnamed(mention.entity.name) if mention.person and " " not in mention.entity.name else None
        entity = fuller.entity if fuller is not None and fuller.entity is not None else mention.entity
        name = entity.name if " " in entity.name or not mention.person else cast.fuller(entity.name)
        return Speaker(entity_id=entity.id, name=name, title=entity.title, affiliation=entity.affiliation)
    return None if mention.pronoun else Speaker(entity_id=None, name=cast.name(mention))
