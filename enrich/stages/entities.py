"""Who and what the article names: people, organisations, brands, rights-holders, events, venues, places."""

import re
from collections import Counter
from dataclasses import dataclass, field

from enrich.findings import Found
from enrich.text import Text
from records.record import Entity, EntityKind, Span

NEEDS: tuple[str, ...] = ()
VERSION = 1

_KINDS = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANIZATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.VENUE,
    "EVENT": EntityKind.EVENT,
    "PRODUCT": EntityKind.BRAND,
}


@dataclass
class Cluster:
    """The mentions of one name, and what each was taken for."""

    name: str
    kinds: Counter[EntityKind] = field(default_factory=Counter)
    mentions: list[Span] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)


def find(text: Text, found: Found) -> list[Entity]:
    """Return the entities of the whole document, each with its mentions in order."""
    clusters: dict[str, Cluster] = {}
    for start, end, label in text.names:
        if label not in _KINDS:
            continue
        words = text.body[start:end]
        bare = re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE)
        trimmed = re.sub(r"(?:['’]s?|[\s.,;:])+$", "", bare)
        start += words.find(trimmed)
        if not trimmed:
            continue
        cluster = clusters.setdefault(trimmed, Cluster(trimmed))
        cluster.kinds[_KINDS[label]] += 1
        cluster.mentions.append(Span(start=start, end=start + len(trimmed)))
        cluster.forms[trimmed] += 1
    merged: list[Cluster] = []
    for cluster in sorted(clusters.values(), key=lambda c: -len(c.name)):
        longer = next((c for c in merged if _short(cluster.name, c)), None)
        if longer is None:
            merged.append(cluster)
        else:
            longer.kinds += cluster.kinds
            longer.mentions += cluster.mentions
            longer.forms += cluster.forms
    entities = []
    for number, cluster in enumerate(sorted(merged, key=lambda c: min(s.start for s in c.mentions)), 1):
        entities.append(
            Entity(
                id=f"e{number}",
                kind=cluster.kinds.most_common(1)[0][0],
                name=cluster.name,
                aliases=tuple(form for form in cluster.forms if form != cluster.name),
                mentions=tuple(sorted(cluster.mentions, key=lambda s: s.start)),
            )
        )
    return entities


def _short(name: str, longer: Cluster) -> bool:
    """Whether `name` is a surname or the first words of the longer name."""
    if longer.kinds.most_common(1)[0][0] is EntityKind.PERSON:
        return longer.name.endswith(" " + name)
    return longer.name.startswith(name + " ")
