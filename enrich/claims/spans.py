"""Where the body names the parties of a deal."""

from collections.abc import Sequence

from enrich.claims.aliases import name_in
from enrich.claims.evidence import Pair
from enrich.claims.mentions import Mention
from enrich.claims.passages import Passage
from enrich.text import Text
from records.record import Entity, Evidence


def find_name(
    field_name: str, number: int, pair: Pair, parts: Sequence[Passage], entity: Entity, text: Text
) -> list[Evidence]:
    """Return where the body names the party: in a sentence that ties the pair if one does, in full if it can."""
    name = name_in(entity, text.body)
    forms = {_without_commas(form) for form in (entity.name, *entity.aliases)}
    tying = {link.passage.order for link in pair.links}
    ranked: list[tuple[bool, bool, int, Passage, Mention]] = []
    for passage in parts:
        if passage.is_title:
            continue
        for mention in passage.mentions:
            words = passage.words[mention.start : mention.end]
            if mention.entity == number and mention.named and _without_commas(words) in forms:
                ranked.append((words != name, passage.order not in tying, passage.order, passage, mention))
    if not ranked:  # only where the name stands inside another, as in a designation
        at = text.body.find(name)
        return [Evidence(field=field_name, start=at, end=at + len(name))] if at >= 0 else []
    *_, passage, mention = min(ranked, key=lambda item: item[:3])
    return [passage.evidence(field_name, mention.start, mention.end)]


def _without_commas(name: str) -> str:
    """Return a name without its commas, which only some write: "Acme, Inc."."""
    return name.replace(",", "")
