"""Which of the chosen pairs an article only tells beside its news."""

from collections.abc import Collection, Mapping, Sequence

from enrich.claims import families, news
from enrich.claims.evidence import Pair
from enrich.claims.links import BESIDE, PREDECESSOR, Link
from enrich.claims.news import Choice
from enrich.claims.passages import Passage
from enrich.claims.passing import is_by_the_way
from enrich.claims.paths import PATH
from enrich.claims.talk import speaks
from records.record import Entity, EntityKind

# The last of the passages that open an article.
_OPENING = 2
# The relevance up to which an article has but a word of sponsorship, and from which it is about nothing else.
_HARDLY_SPOKEN, _ON_SPONSORSHIP = 0.2, 0.7
# The least chance of being a deal at which one is remembered: in an article with but a word of sponsorship, and
# where no plain word of it ties the two. Of those left out in read articles four in five were none.
_REMEMBERED, _FAINT = 0.5, 0.4
# How plainly a sentence says whom a star has a deal with.
_PLAINLY = 0.75
# Who sells rights or endorses, so that one of these is none by mistake.
_HOLDERS = (EntityKind.RIGHTS_HOLDER, EntityKind.PERSON)


def find_asides(
    chosen: Mapping[tuple[int, int], Choice],
    doubted: Collection[tuple[int, int]],
    passages: Sequence[Passage],
    entities: Sequence[Entity],
    relevance: float,
) -> list[tuple[int, int]]:
    """Return the pairs, by sponsor and holder, that are only recalled. `doubted` are unlikely to be news."""
    return [
        *_only_before(chosen),
        *_by_the_way(chosen),
        *_only_of_stars(chosen, passages, entities, relevance),
        *_hardly_told(doubted, passages, entities, relevance),
    ]


def without_faint(
    chosen: Mapping[tuple[int, int], Choice],
    likely: Mapping[tuple[int, int], float],
    worded: Collection[tuple[int, int]],
    relevance: float,
) -> list[Choice]:
    """Return the choices but those recalled that are hardly deals.

    `likely` is the chance of each pair to be one, `worded` are those that a plain word of sponsoring ties.
    """
    plain, other = (_REMEMBERED, _REMEMBERED) if relevance < _HARDLY_SPOKEN else (0.0, _FAINT)
    return [
        one
        for key, one in chosen.items()
        if not one.is_background or likely.get(key, 0.0) >= (plain if key in worded else other)
    ]


def _only_before(chosen: Mapping[tuple[int, int], Choice]) -> list[tuple[int, int]]:
    """Return the pairs that only were or only go on, beside news of the same sponsor or the same holder.

    "Acme joins Rovers. In 2019, Rovers had signed with Birch. Cole will continue to sponsor Rovers Women."
    """
    led = {key for key, choice in chosen.items() if not choice.is_background and news.is_led(choice.pair)}
    return [
        (sponsor, holder)
        for (sponsor, holder), choice in chosen.items()
        if any((sponsor == s) != (holder == h) for s, h in led)
        and (
            ((sponsor, holder) not in led and _is_replaced(choice.pair))
            or all(news.is_dated(one) or news.goes_on(one) for one in choice.pair.links)
        )
    ]


def _is_replaced(pair: Pair) -> bool:
    """Whether the first sentences say that another takes the sponsor's place."""
    return any(link.cue == PREDECESSOR and link.passage.order <= _OPENING for link in pair.links)


def _by_the_way(chosen: Mapping[tuple[int, int], Choice]) -> list[tuple[int, int]]:
    """Return the pairs that are told by the way where another sponsor of the holder's is what is told."""
    news_of = {key: choice.pair for key, choice in chosen.items() if not choice.is_background}
    aside = [key for key, pair in news_of.items() if is_by_the_way(pair)]
    told = {holder for sponsor, holder in news_of if (sponsor, holder) not in aside}
    return [key for key in aside if key[1] in told]


def _only_of_stars(
    chosen: Mapping[tuple[int, int], Choice],
    passages: Sequence[Passage],
    entities: Sequence[Entity],
    relevance: float,
) -> list[tuple[int, int]]:
    """Return the pairs of people of whom the headline tells something else, in an article hardly on sponsorship."""
    title = passages[0]
    if relevance >= _HARDLY_SPOKEN or not title.is_title or speaks(title):
        return []
    named = {mention.entity for mention in title.mentions}
    return [
        key
        for key, choice in chosen.items()
        if entities[key[1]].kind is EntityKind.PERSON and key[0] not in named
        if not any(map(_opens_plainly, choice.pair.links))
    ]


def _opens_plainly(link: Link) -> bool:
    """Whether the first sentence plainly says whom a star has a deal with: "⟨Ode⟩ is the face of ⟨Acme⟩"."""
    stated = link.cue not in (PATH, BESIDE) and not link.filled
    return stated and link.passage.order == 1 and link.directed and link.strength >= _PLAINLY


def _hardly_told(
    doubted: Collection[tuple[int, int]],
    passages: Sequence[Passage],
    entities: Sequence[Entity],
    relevance: float,
) -> list[tuple[int, int]]:
    """Return the doubted pairs whose holder sells no rights that we know of, nor is named by the headline."""
    title = passages[0]
    if relevance >= _ON_SPONSORSHIP or not title.is_title or news.is_headed(passages):
        return []
    named, words = {mention.entity for mention in title.mentions}, families.distinctive(title.words)
    return [
        (sponsor, holder)
        for sponsor, holder in doubted
        if entities[holder].kind not in _HOLDERS
        and holder not in named
        and not families.distinctive(entities[holder].name) <= words
    ]
