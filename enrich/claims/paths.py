"""Which entities a sentence ties by its dependencies: the way between two names leads over a word of sponsoring.

Patterns know the turns of phrase they were told; the parse knows the subject, the object and what hangs on them
whatever stands between. Two names are tied where no other name and no other clause's subject lies on the way
between them, and a word of the trade lies on it or hangs on it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from enrich.claims import denials
from enrich.claims.links import Link
from enrich.claims.mentions import Mention
from enrich.claims.parties import Fitness
from enrich.claims.passages import DESIGNATION, ENTITY, Passage
from enrich.claims.subjects import BECOMES
from enrich.text import Text
from records.record import Span

PATH = "path"

# Words that mean sponsoring by themselves, words for a relation of any sort, and what parties do about one.
_SPONSORING = re.compile(
    r"(?:co-)?sponsor\w*|endors\w+|ambassador\w*|underwrit\w+|bankroll\w*|naming|shirts?|jerseys?|kits?|sleeves?|logos?|"
    r"livery|patron|patronage|backers?|licensees?|outfitters?|branding|emblazon\w*|adorn\w*",
    re.IGNORECASE,
)
_RELATION = re.compile(
    r"partner\w*|deals?|agreements?|contracts?|pacts?|tie-ups?|alliances?|collaborat\w+|associations?|relationships?|ties|"
    r"links|link-up|backing|support|licen[cs]e|rights|suppliers?|providers?|arrangement|involvement|tie|commitment|funding",
    re.IGNORECASE,
)
_JOINING = re.compile(
    r"team(?:s|ed|ing)?|back(?:s|ed|ing)?|support(?:s|ed|ing)?|fund(?:s|ed|ing)?|suppl(?:y|ies|ied|ying)|outfit\w*|wear\w*|wore|carr(?:y|ies|ied|ying)|"
    r"sign(?:s|ed|ing)?|unveil\w*|pledg\w+|renam\w+|rebrand\w*|drop(?:s|ped|ping)?|ditch\w*|dump\w*|sever\w*|replac\w+|"
    r"welcom\w+|renew\w*|extend\w*|terminat\w+|join(?:s|ed|ing)?|rop(?:e|ed|ing)|align\w*|withdr\w+|donat\w+|present(?:s|ed|ing)",
    re.IGNORECASE,
)
_ON_THE_WAY = ((_SPONSORING, 0.75), (_RELATION, 0.55), (_JOINING, 0.35))
# A word that only hangs on the way tells less.
_BESIDE_THE_WAY = 0.75
# What companies and clubs do to each other that is no sponsoring.
_OTHERWISE = re.compile(
    r"own(?:s|ed|ing)?|acquir\w+|buy(?:s|ing)?|bought|purchas\w+|beat(?:s|en)?|defeat\w*|fac(?:e|es|ed|ing)|sue[sd]?|suing|invest\w*|employ\w*|"
    r"play(?:s|ed|ing)?|compet\w+|won|win(?:s|ning)?|lend(?:s|ing)?|loan\w*|report\w*|said|says?|told|tells?|writ\w+|wrote|accord\w+|"
    r"transfer\w*|fin(?:ed|es)|merg\w+",
    re.IGNORECASE,
)
_PAYS = re.compile(
    r"(?:co-)?sponsor\w*|back\w*|support\w*|fund\w*|bankroll\w*|underwrit\w+|suppl(?:y|ies|ied|ying)|outfit\w*",
    re.IGNORECASE,
)
_ROLE = re.compile(r"(?:co-)?sponsors?|backers?|suppliers?|outfitters?|licensees?|patrons?", re.IGNORECASE)
# What is done by whoever an event is of, not by who pays for it.
_STAGED = re.compile(
    r"(?:co-?)?(?:hosted|organi[sz]ed|staged|produced|run|owned|operated|managed|curated)", re.IGNORECASE
)
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_CLAUSES = ("ccomp", "advcl", "relcl", "conj", "parataxis", "acl")
_PRONOUNS = ("PRP", "WDT", "WP", "DT")
# Each edge beyond so many makes a tie that much less likely.
_NEAR, _FURTHER = 3, 0.06
_CONDITIONS = frozenset("if unless because although though while whether since until".split())
_WHERE_OR_WHEN = frozenset(
    "at during after before since near until outside following like unlike than against despite".split()
)
# A link with an open side: how much less it tells, how far the word of sponsoring may be, how clear the side is.
_HALF, _NEAR_ENOUGH, _CLEAR = 0.6, 4, 0.25
# How ill "the club" and a name fit two sides for both to be of one.
_NO_SIDES = 0.1
_LONGEST = 12  # edges between two names; longer ways are parser's errors or no tie


@dataclass(frozen=True)
class _Way:
    """The tokens from a name up to the word that joins both, that word, and the tokens down to the other name."""

    left: list[Any]
    top: Any
    right: list[Any]

    @property
    def length(self) -> int:
        """The edges between the two names, those of a list not counted."""
        return sum(token.dep_ not in ("conj", "appos", "compound") for token in (*self.left, *self.right))

    @property
    def between(self) -> list[Any]:
        """The tokens between the two names."""
        inner = [*self.left[1:], self.top, *self.right[1:]]
        return [
            t
            for t in inner
            if t.i not in (self.left[0].i if self.left else -1, self.right[0].i if self.right else -1)
        ]


def find_paths(
    text: Text,
    passages: Sequence[Passage],
    is_cue: Callable[[Passage], bool],
    fit: Callable[[int], Fitness],
    also: Iterable[Span] = (),
) -> Iterator[Link]:
    """Yield a link for each two entities that a sentence of the body ties by its dependencies.

    What is `also` to be parsed goes through the model in the same run.
    """
    chosen = [p for p in passages if not p.is_title and len({m.entity for m in p.mentions}) > 1 and is_cue(p)]
    text.parse([*(passage.span for passage in chosen), *also])
    for passage in chosen:
        parsed = text.parsed(passage.span)
        tokens = {parsed.start(token) - passage.start: token for token in parsed}
        heads = _heads(passage, tokens)
        yield from _links(passage, heads, fit)


_OWN = re.compile(
    rf"{ENTITY}[^;{ENTITY[1:-1]}{DESIGNATION[1:-1]}]{{0,60}}\b(?:will\sbe\s(?:[\w’'-]+\s){{0,3}}|{BECOMES}){DESIGNATION}"
)


def _becomes_one(passage: Passage, at: int) -> bool:
    """Whether who stands at `at` is said to become a sponsor or a partner."""
    return _OWN.match(passage.text, at) is not None


def _heads(passage: Passage, tokens: dict[int, Any]) -> dict[int, tuple[Mention, int, Any]]:
    """Return, by token, the mention it is the head of and the mention's number."""
    heads: dict[int, tuple[Mention, int, Any]] = {}
    for number, mention in enumerate(passage.mentions):
        inside = [token for at, token in tokens.items() if mention.start <= at < mention.end]
        following = passage.mentions[number + 1] if number + 1 < len(passage.mentions) else None
        if mention.entity < 0 and following and following.start <= mention.end + 1:
            continue  # "the Kenyan side ⟨Lakeside⟩": the name says it
        own = {token.i for token in inside}
        head = next((t for t in inside if t.head.i not in own or t.head.i == t.i), None)
        if head is not None:
            heads.setdefault(head.i, (mention, number, head))
    return heads


def _links(
    passage: Passage, heads: dict[int, tuple[Mention, int, Any]], fit: Callable[[int], Fitness]
) -> Iterator[Link]:
    ordered = [
        one for _, one in sorted(heads.items(), key=lambda item: item[1][1]) if not _is_place_or_time(one[2])
    ]
    tied: set[int] = set()
    for at, (first, number, left) in enumerate(ordered):
        for second, other, right in ordered[at + 1 :]:
            if first.entity == second.entity or (first.entity < 0 and second.entity < 0):
                continue
            way = _way(left, right)
            if way is None or _interrupted(way, heads, left, right) or _both_do(way) or _stages(way):
                continue
            start, end = (_place(passage, m) for m in (number, other))
            words = passage.text[start:end]
            if _becomes_one(passage, start) and _becomes_one(passage, end):
                continue  # "⟨Acme⟩ becomes ⟨lead partner⟩ and ⟨Bolt⟩ joins as ⟨supplier⟩"
            denied = denials.is_denied(passage.text, start, end)
            if denied or denials.OF_ANOTHER_SORT.search(words) or denials.takes_on(words):
                continue
            strength = _strength(way)
            if not strength:
                continue
            sides = _sides(way, left, right)
            one, two = first.entity, second.entity
            if sides is None:
                forward = fit(one).sponsor * fit(two).holder
                backward = fit(two).sponsor * fit(one).holder
                if min(one, two) < 0 and max(forward, backward) < _NO_SIDES:
                    continue  # "which sponsors the national team and ⟨the Lake Run⟩"
                sponsor, holder = (one, two) if forward >= backward else (two, one)
            else:
                sponsor, holder = (one, two) if sides else (two, one)
            strength *= 1 - _FURTHER * max(0, way.length - _NEAR)
            tied |= {number, other}
            yield Link(passage, start, end + 1, sponsor, holder, strength, PATH, sides is not None)

    for mention, number, token in ordered:
        if number not in tied and mention.entity >= 0 and mention.named:
            yield from _half(passage, mention, number, token, heads, fit)


def _half(
    passage: Passage,
    mention: Mention,
    number: int,
    token: Any,
    heads: dict[int, tuple[Mention, int, Any]],
    fit: Callable[[int], Fitness],
) -> Iterator[Link]:
    """Yield a link with one side open where a name hangs on a word of sponsoring and no other name does."""
    up = [token]
    for above in token.ancestors:
        if len(up) > _NEAR_ENOUGH or (above.i in heads and up[-1].dep_ not in ("conj", "appos")):
            break
        up.append(above)
    way = _Way(up[:-1], up[-1], [])
    strength = _strength(way) * _HALF
    own = fit(mention.entity)
    if not strength or denials.OF_ANOTHER_SORT.search(passage.text) or abs(own.sponsor - own.holder) < _CLEAR:
        return
    at = _place(passage, number)
    if _stages(way) or denials.takes_on(passage.text[:at]) or denials.is_denied(passage.text, at, at + 1):
        return
    pays = own.sponsor > own.holder
    sponsor, holder = (mention.entity, None) if pays else (None, mention.entity)
    yield Link(passage, at, at + 1, sponsor, holder, strength, PATH)


def _is_place_or_time(token: Any) -> bool:
    """Whether a name only says where or when: "at the Convention Center", "ahead of the Grand Prix"."""
    above = token.head
    if token.dep_ != "pobj":
        return False
    ahead = above.lower_ == "of" and above.head.lower_ == "ahead"
    return bool(ahead or above.lower_ in _WHERE_OR_WHEN)


def _place(passage: Passage, number: int) -> int:
    """Return where in the passage's `text` the sign of a mention stands."""
    start = passage.mentions[number].start
    return passage.places.index(start) if start in passage.places else 0


def _way(left: Any, right: Any) -> _Way | None:
    """Return the way between two tokens of a sentence, None where it is too long or leaves the sentence."""
    up = [left, *left.ancestors]
    places = {token.i: n for n, token in enumerate(up)}
    down = [right, *right.ancestors]
    for n, token in enumerate(down):
        if token.i in places:
            if n + places[token.i] > _LONGEST:
                return None
            return _Way(up[: places[token.i]], token, down[:n])
    return None


def _interrupted(way: _Way, heads: dict[int, tuple[Mention, int, Any]], left: Any, right: Any) -> bool:
    """Whether another name, or a clause with a subject of its own, lies between."""
    ends = {left.i, right.i}
    for side in (way.left, way.right):
        for token in side:
            above = token.head
            # "the Wolves, affiliate of ⟨the Ode Tour⟩": who only says whose another is does nothing. But what
            # is somebody's, as in "the Ode Run, ⟨the Ode Trust⟩'s race", is sponsored with its owner.
            says_who = token.dep_ == "appos" and token.i not in ends and "poss" not in {t.dep_ for t in side}
            if above.i not in ends and above.i in heads and (token.dep_ not in ("conj", "appos") or says_who):
                return True
            if any(child.tag_ == "WRB" for child in token.children):
                return True  # "the logo will first be seen when ⟨Rovers⟩ host ⟨Ode⟩"
            clause = token.dep_ in _CLAUSES and token.i not in ends and token.tag_.startswith("V")
            if clause and (_has_subject(token, side) or _is_condition(token)):
                return True
    return False


def _both_do(way: _Way) -> bool:
    """Whether each name is a doer of something else: "organised by ⟨Ode⟩ and sponsored by ⟨Acme⟩".

    Or has a verb of its own: "⟨Acme⟩ is to leave the Lake Cup and ⟨Bolt⟩ will no longer back the Masters".
    """
    return all(any(token.dep_ == "agent" for token in side) for side in (way.left, way.right)) or any(
        len(other) > 1
        and bool(one)
        and one[-1].dep_ in _SUBJECTS
        and other[-1].dep_ == "conj"
        and other[-2].dep_ in _SUBJECTS
        for one, other in ((way.left, way.right), (way.right, way.left))
    )


def _stages(way: _Way) -> bool:
    """Whether one of the two is the other's organiser: "a partner of ⟨the Ode Open⟩, hosted by ⟨Acme⟩"."""
    return any(
        token.dep_ == "agent" and _STAGED.fullmatch(token.head.text) is not None
        for side in (way.left, way.right)
        for token in side
    )


def _is_condition(verb: Any) -> bool:
    """Whether a clause only says when or if: "we will go if they sign ⟨Ode⟩"."""
    return any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in verb.children)


def _has_subject(verb: Any, side: Iterable[Any]) -> bool:
    """Whether a verb has a subject that is a name or noun and does not itself lie on the way."""
    on_the_way = {token.i for token in side}
    return any(
        child.dep_ in _SUBJECTS and child.i not in on_the_way and child.tag_ not in _PRONOUNS
        for child in verb.children
    )


def _strength(way: _Way) -> float:
    """Return how much the words on the way and those that hang on it speak of sponsoring, 0 to 1."""
    between = way.between
    best = 0.0
    for token in between:
        if token.lower_ == "face" and token.tag_ == "NN":  # "the new face of"
            return _ON_THE_WAY[0][1]
        best = max([best, *(force for words, force in _ON_THE_WAY if words.fullmatch(token.text))])
    if best >= _ON_THE_WAY[1][1]:
        near = _hanging(between)
        if any(_SPONSORING.fullmatch(t.text) for t in near):
            best = max(best, 0.7)
        return best
    if any(_OTHERWISE.fullmatch(token.text) for token in between):
        return 0.0
    for token in _hanging(between):
        for words, force in _ON_THE_WAY[:2]:
            if words.fullmatch(token.text):
                best = max(best, force * _BESIDE_THE_WAY)
    return best


def _hanging(tokens: Iterable[Any]) -> list[Any]:
    """Return what hangs on the tokens, two steps down, no clause among it."""
    found = []
    for token in tokens:
        for child in token.children:
            if child.dep_ in _CLAUSES or child.dep_ in _SUBJECTS:
                continue
            found.append(child)
            found += [one for one in child.children if one.dep_ not in _CLAUSES]
    return found


def _sides(way: _Way, left: Any, right: Any) -> bool | None:
    """Return whether the left name sponsors the right one, None where the grammar does not say."""
    first = way.left[-1].dep_ if way.left else ""
    last = way.right[-1].dep_ if way.right else ""
    if way.top.tag_.startswith("V") and _PAYS.fullmatch(way.top.text) and way.left and way.right:
        if first == "nsubj" and last in ("dobj", "obj"):
            return True
        if first == "nsubjpass" and last == "agent":
            return False
    for side, forward in ((way.left, False), (way.right, True)):
        for token in side:
            # "Rovers' sponsor", "sponsor of Rovers": whoever has the sponsor is sponsored
            of = token.dep_ in ("poss", "compound") or (token.dep_ == "prep" and token.text in ("of", "for", "to"))
            if of and _ROLE.fullmatch(token.head.text):
                return forward
    return None
