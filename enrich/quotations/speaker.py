"""From the noun phrase that speaks to the speaker of the record: the fullest name, title and affiliation."""

from enrich.quotations.cast import Cast
from enrich.quotations.subject import Subject
from records.record import Speaker


def of(cast: Cast, subject: Subject | None) -> Speaker | None:
    """Return the speaker a noun phrase names, or None where it names nobody."""
    if subject is None or subject.head is None:
        return None
    mention = subject.head
    if mention.entity is not None:
        entity = mention.entity
        return Speaker(entity_id=entity.id, name=entity.name, title=entity.title, affiliation=entity.affiliation)
    if mention.pronoun:
        return None
    return Speaker(entity_id=None, name=cast.name(mention))
