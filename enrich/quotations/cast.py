"""Who is in the text: the entities by place, and the capitalised names that the entities stage did not see."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from enrich import casing, coreference, knowledge, surnames
from enrich.findings import ORGANISED, Found
from enrich.quotations import cues
from enrich.quotations.clauses import Word
from records.record import Entity, EntityKind

PRONOUNS = frozenset("he she they it i we who".split())
POSSESSIVES = frozenset("his her its their".split())
_SEX = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}
_STYLES = {"Mr": "m", "Sir": "m", "Lord": "m", "Mrs": "f", "Ms": "f", "Miss": "f", "Dame": "f", "Lady": "f"}
_NOT_NAMES = frozenset(
    "the a an it he she they we i you this that these those in on at for from with by as if when while"
    " after before but and or so yet his her its their our my also both to of not no what who where why"
    " how there here then now according meanwhile however asked speaking despite following during since"
    " under over all some many most mr mrs ms dr monday tuesday wednesday thursday friday saturday"
    " sunday january february march april may june july august september october november december chief"
    " executive president chairman director one another later earlier last next still even just once"
    " only though although because until than hon rev cllr sir dame prof miss".split()
)
_DOMAIN = re.compile(r"[\w-]+\.(?:com|org|net|co\.uk|tv|io|bet)")
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]+")
# Job titles are capitalised and name nobody.
_TITLES = frozenset(
    "vp svp evp ceo cfo coo cto cmo cro cco chair chairman chairwoman chairperson president director"
    " manager founder co-founder cofounder head lead officer executive editor coach captain secretary"
    " minister senator mp mep professor governor mayor commissioner general partner vice global senior"
    " deputy managing chief assistant associate owner co-owner developer analyst spokesman spokeswoman"
    " spokesperson dir exec principal treasurer councillor chancellor curator producer presenter commentator"
    " advisor adviser strategist consultant sheriff ambassador scientist engineer architect".split()
)
# Letters of the later part of a given name ("Min-jun"), at most.
_LONGEST_PART = 4
# What names of towns begin with.
_BEFORE_PLACES = "(?:New|San|Los|Las|Cape|Port|South|North|West|East)"
# Characters, marks included.
_LONGEST_NICKNAME = 16


class Mention(NamedTuple):
    """A stretch of words that names somebody or something; `entity` is None when only its capitals say so."""

    start: int
    end: int
    entity: Entity | None
    pronoun: bool

    @property
    def person(self) -> bool:
        """Whether a person is named."""
        return self.entity is not None and self.entity.kind is EntityKind.PERSON

    @property
    def organised(self) -> bool:
        """Whether an organisation, brand or rights-holder is named."""
        return self.entity is not None and self.entity.kind in ORGANISED

    @property
    def speaks(self) -> bool:
        """Whether what is named can speak: a place, an event or a venue cannot."""
        return self.entity is None or self.person or self.organised

    @property
    def acts(self) -> bool:
        """Whether what is named can be the subject of a verb of speaking: a country, a festival can, no venue."""
        return self.speaks or (self.entity is not None and self.entity.kind in (EntityKind.PLACE, EntityKind.EVENT))


class Cast:
    """The mentions of one article, by place."""

    def __init__(self, body: str, found: Found) -> None:
        self._body, self._found = body, found
        # Words that are capitalised where no sentence begins: elsewhere their capital means a name, too.
        self._owners: dict[int, Mention | None] = {}
        self._sexes: dict[str, str | None] = {}  # by the entity's id
        self._capitals = frozenset(_CAPITAL.findall(body))

    def mentions(self, words: Sequence[Word]) -> list[Mention]:
        """Return the mentions among `words`, in order; none overlap."""
        mentions: list[Mention] = []
        run: list[Word] = []
        for n, word in enumerate(words):
            owned = self._owned(word)
            if run and word.quote >= 0 and self._is_nickname(word, words[n + 1 : n + 2]):
                run.append(word)
                continue
            capital = owned is None and word.quote < 0 and self._is_name(word)
            if run and not (capital and self._body[run[-1].end : word.start] == " "):
                mentions += self._unseen(run)
                run = []
            if capital:
                run.append(word)
            elif owned is not None and (not mentions or mentions[-1].end < owned.end):
                mentions.append(owned)
            elif owned is None and (word.low in PRONOUNS or word.low in POSSESSIVES):
                mentions.append(Mention(word.start, word.end, None, True))
        return mentions + self._unseen(run)

    def _is_nickname(self, word: Word, following: Sequence[Word]) -> bool:
        """Whether a marked stretch after a first name is a nickname: a surname follows it."""
        short = word.end - word.start <= _LONGEST_NICKNAME
        return short and bool(following) and following[0].quote < 0 and self._is_name(following[0])

    def _is_name(self, word: Word) -> bool:
        """Whether a word's capital makes it a name, or a part of one."""
        if _DOMAIN.fullmatch(word.text):
            return True
        if not word.text[0].isupper() or word.low in _NOT_NAMES or word.low.endswith("ing"):
            return False
        if word.low.startswith("i'") or ("-" in word.low and names_job(word.low)):
            return False  # "I'm", "Vice-President"
        tail = word.text.rpartition("-")[2]
        if word.low in knowledge.words("degrees") or (
            "-" in word.text and tail.islower() and len(tail) > _LONGEST_PART
        ):
            return False  # "PhD", "Grammy-winner"
        before = self._body[max(0, word.start - 2) : word.start]
        begins = not before.strip() or before[0] in '.!?:”"' or "\n" in before
        begins = begins and self._body[max(0, word.start - 3) : word.start - 2] not in (",", "?", "!")
        following = self._body[word.end : word.end + 2]
        opens = begins or before[:1] in ("'", "’")
        if opens and following[:1] in (",", ":") and casing.ordinary(word.text) > 0:
            return False  # "Nowadays, ...", "Emotional: ..."
        return not begins or word.text in self._capitals or (following[:1] == " " and following[1:].isupper())

    def _owned(self, word: Word) -> Mention | None:
        """Return the mention of an entity that holds `word`; asked once a word."""
        if word.start not in self._owners:
            self._owners[word.start] = self._owner(word)
        return self._owners[word.start]

    def _owner(self, word: Word) -> Mention | None:
        owned = next(iter(self._found.within(word.start, word.end)), None)
        if owned is None or (word.quote >= 0 and not owned[0].start < word.start < word.end < owned[0].end):
            return None  # a quotation is no name, unless it is the nickname inside one
        span, entity = owned
        if all(part.lower() in _TITLES for part in re.findall(r"[\w-]+", self._body[span.start : span.end])):
            return None
        return Mention(span.start, span.end, entity, word.low in PRONOUNS or word.low in POSSESSIVES)

    def _unseen(self, run: list[Word]) -> list[Mention]:
        """Return the name that a run of capitalised words makes, without the job titles before it."""
        at = 0
        while at < len(run) and run[at].low in _TITLES:
            at += 1
        if at == len(run):
            return []
        alone = run[at].text.removesuffix("'s").removesuffix("’s") if at == len(run) - 1 else ""
        known = (self.surnamed(alone) or self._initialled(alone)) if alone else None
        if known is None and alone and self._body[max(0, run[at].start - 4) : run[at].start].lower() == "the ":
            known = self._headed(alone)
        return [Mention(run[at].start, run[-1].end, known.entity if known else None, False)]

    def _initialled(self, letters: str) -> Mention | None:
        """Return the one person with these initials, as the labels of an interview are: "AB:"."""
        fits = [p for p in self._found.people() if "".join(part[0] for part in p.name.split()) == letters]
        return Mention(0, 0, fits[0], False) if len(fits) == 1 and len(letters) > 1 else None

    def _headed(self, last: str) -> Mention | None:
        """Return the one body whose longer name ends with a word: "the Tour" of the Moro Golf Tour."""
        fits = [body for body in self._found.organised() if body.name.endswith(f" {last}")]
        return Mention(0, 0, fits[0], False) if len(fits) == 1 else None

    def surnamed(self, surname: str) -> Mention | None:
        """Return the one person whose longer name `surname` may stand for, in any case."""
        called = tuple(surname.split())
        fits = [(surnames.match(called, tuple(p.name.split())), p) for p in self._found.people()]
        best = max((fit for fit, _ in fits), default=0)
        people = [p for fit, p in fits if fit and fit == best]
        return Mention(0, 0, people[0], False) if len(people) == 1 else None

    def holds(self, start: int, end: int) -> bool:
        """Whether a name reaches over both ends of the stretch, as over a nickname."""
        return any(span.start < start and end < span.end for span, _ in self._found.within(start, end))

    def may_be(self, pronoun: str, mention: Mention) -> bool:
        """Whether "he" or "she" can mean a person, as the given name or the style before a mention says."""
        if mention.entity is None or not mention.person or pronoun not in _SEX:
            return True
        return self._known_sex(mention.entity) in (_SEX[pronoun], None)

    def surely(self, pronoun: str, mention: Mention) -> bool:
        """Whether the name of a person says that "he" or "she", and no other, can mean them."""
        named = mention.entity is not None and mention.person
        return named and mention.entity is not None and self._known_sex(mention.entity) == _SEX.get(pronoun, "")

    def _known_sex(self, person: Entity) -> str | None:
        """Return "m" or "f", looked up once a person, or None."""
        if person.id not in self._sexes:
            self._sexes[person.id] = self._sex(person)
        return self._sexes[person.id]

    def _sex(self, person: Entity) -> str | None:
        before = {self._body[max(0, m.start - 5) : m.start].split(" ")[-2:][0].strip(".") for m in person.mentions}
        if before & _STYLES.keys():
            return next(_STYLES[style] for style in _STYLES if style in before)
        given, *rest = person.name.split()
        return coreference.of_given(given) if rest else None

    def noun(self, mention: Mention) -> str:
        """Return the last word of a mention in lower case."""
        return self._body[mention.start : mention.end].split()[-1].lower()

    def name(self, mention: Mention) -> str:
        """Return the fullest name of whom `mention` names."""
        if mention.entity is not None:
            return mention.entity.name
        name = re.sub(r"['’]s?$", "", self._body[mention.start : mention.end])
        return name if " " in name else self.fuller(name)

    def fuller(self, name: str) -> str:
        """Return a bare surname with the first name that the text gives it elsewhere."""
        before = rf"(?<![.!?] )\b(?:{_BEFORE_PLACES} )?([A-Z][\w'’-]+)"  # "New York Post"
        fuller = re.search(rf"{before} {re.escape(name)}\b", self._body)
        given = fuller.group(1).lower() if fuller else ""
        job = given in _TITLES | knowledge.words("titles") | knowledge.words("person_nouns")
        plain = job or given in _NOT_NAMES or cues.kind(given) is not None
        return name if fuller is None or plain else fuller.group()


def is_job(word: Word) -> bool:
    """Whether a word is one of those that job titles are made of."""
    return names_job(word.low)


def names_job(noun: str) -> bool:
    """Whether a noun in lower case is one of those that job titles are made of."""
    return all(part in _TITLES for part in noun.split("-"))
