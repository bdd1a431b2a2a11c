"""An event and its edition are one: "Odecon" and "Odecon 2025"."""

from enrich.groups import SUFFIX, Group, key
from enrich.numbers import EDITION
from enrich.surroundings import add
from records.record import EntityKind

K = EntityKind
# Evidence from which a name is a body's whatever stands after it, and from which it is a person's or a place's.
CERTAIN, _PERSONAL = 6.0, 2.5


def join(groups: list[Group]) -> list[Group]:
    """Join an edition ("Odecon 2025") to its event; a body that is sure to be one stays apart."""
    left = list(groups)
    for edition in groups:
        spelling, _, year = key(edition.words).rpartition(" ")
        if not EDITION.fullmatch(year):
            continue
        base = next((g for g in left if g is not edition and spelling in map(key, g.joined)), None)
        if base is None:
            continue
        if base.kind in (K.PERSON, K.PLACE) and base.score.get(base.kind, 0) >= _PERSONAL:
            continue
        legal = any(SUFFIX.search(" ".join(words)) for words in base.joined)
        bodies = base.kind is K.ORGANIZATION and (
            base.entry is not None or base.score.get(K.ORGANIZATION, 0) >= CERTAIN
        )
        if legal or bodies:
            continue  # "Ode Ltd" is who holds "Ode 2025"
        if key(base.words) == spelling:
            add(base.score, {K.EVENT: base.score.get(K.ORGANIZATION, 0)})
            base.take(edition)
        else:
            base.names += edition.names  # the edition of an acronym: the long form says more
        left.remove(edition)
    return left
