"""Which entities of the body a headline names: by their names or by what headlines shorten them to."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from enrich import casing, knowledge
from enrich.claims.mentions import Mention
from records.record import Entity, EntityKind

_BODIES = (EntityKind.RIGHTS_HOLDER, EntityKind.ORGANIZATION)
_FIRMS = (EntityKind.BRAND, EntityKind.ORGANIZATION)
_LONG = 4  # letters from which a firm's first word is no sign of many
# What headlines leave out of a name: a club's or firm's sign, "of Art" of the Marrow Museum of Art, a year.
_SIGN = re.compile(
    r"\s(?:F\.?C\.?|AFC|C\.?F\.?|RFC|RLFC|CC|SC|BC|(?:Inc|Ltd|Corp|Co)\.?|LLC|LLP|Limited|plc|PLC|GmbH)$"
)
_TAIL = re.compile(r"(?<=[\w.]\s)(?P<head>\S+)\s(?:(?:of|for)\s.*|(?:19|20)\d\d)$")


def _shortened(entities: Sequence[Entity]) -> Iterator[tuple[int, str]]:
    """Yield the one word that a headline may call somebody by, where nobody else has it.

    It is the last of a club's name or a person's, and the first of a firm's.
    """
    places = {entity.name.casefold() for entity in entities if entity.kind is EntityKind.PLACE}
    words = Counter(word for entity in entities for word in {*entity.name.split()})
    for number, entity in enumerate(entities):
        first, *_, last = entity.name.split() if " " in entity.name else ("", "")
        if (
            entity.kind in _BODIES
            and words[last] == 1
            and (first.casefold() in places or last.casefold() in knowledge.words("club_heads"))
        ):
            yield number, last
        if entity.kind is EntityKind.PERSON and words[last] == 1 and casing.ordinary(last) <= 0:
            yield number, last
        if entity.kind in _FIRMS and words[first] == 1 and len(first) >= _LONG and casing.ordinary(first) < 0:
            yield number, first


def named_in(title: str, entities: Sequence[Entity], names: list[tuple[str, ...]]) -> list[Mention]:
    """Return where the title names the entities of the body, whatever its capitals; longer names first."""
    spelt = [{*group, *(_TAIL.sub(r"\g<head>", _SIGN.sub("", form)) for form in group)} for group in names]
    for number, short in _shortened(entities):
        spelt[number].add(short)
    forms = [(form, number) for number, group in enumerate(spelt) for form in group if len(form) > 1]
    taken: list[Mention] = []
    lowered = title.casefold() if len(title.casefold()) == len(title) else title
    for form, number in sorted(forms, key=lambda pair: -len(pair[0])):
        at = lowered.find(form.casefold())
        while at >= 0:
            end = at + len(form)
            edges = (title[at - 1 : at], title[end : end + 1])
            whole = not any(edge.isalnum() for edge in edges)
            capital = title[at].isupper() or title[at].isdigit() or not form[0].isupper()
            if whole and capital and not any(m.start < end and at < m.end for m in taken):
                taken.append(Mention(at, end, number, True))
            at = lowered.find(form.casefold(), at + 1)
    return sorted(taken, key=lambda m: m.start)
