"""Whom a pronoun or a noun means where the entities stage did not say: who spoke, or was spoken of, last."""

import re
from collections import deque
from collections.abc import Sequence

from enrich import knowledge
from enrich.findings import Found
from enrich.quotations import cues, grammar, subject
from enrich.quotations.cast import Cast, Mention, names_job
from enrich.quotations.clauses import Word
from enrich.quotations.phrase import Phrase
from records.record import Entity, EntityKind

_PERSONAL = frozenset("he she".split())
_NOMINATIVE = {"his": "he", "her": "she", "its": "it", "their": "they"}
_BODIES = frozenset(
    "company club firm bank group team union council commission federation association league airline"
    " brand giant giants retailer charity university agency body organisation organization party"
    " government outfit maker manufacturer broadcaster network organisers organizers operator publisher"
    " committee board business side franchise sponsor foundation institution museum theatre festival"
    " start-up startup insurer brewer carmaker automaker sportswear chain school district city county"
    " department ministry force police newspaper site brewery bakery distillery winery dairy hotel"
    " bookmaker restaurant café cafe casino hospital trust society".split()
)
_SPORTING = frozenset(
    "club team union federation association league side franchise committee festival museum".split()
)
# Bodies that no club or league is called.
_TRADING = frozenset(
    "company firm bank airline brand retailer maker manufacturer publisher insurer brewer carmaker automaker"
    " sportswear brewery bakery distillery winery dairy hotel bookmaker operator casino".split()
)
_PEOPLE = frozenset(
    "striker defender midfielder forward goalkeeper keeper winger footballer player cricketer batsman"
    " bowler golfer boxer fighter driver rider racer cyclist runner sprinter swimmer skier skater"
    " athlete champion winner medallist medalist star superstar singer rapper actor actress musician"
    " artist author writer designer model presenter broadcaster veteran native american briton"
    " englishman scot spaniard german frenchman italian dutchman belgian swiss brazilian argentine"
    " argentinian uruguayan australian canadian russian pole dane swede finn norwegian mogul tycoon"
    " billionaire entrepreneur investor politician lawmaker lawyer executive newcomer teenager youngster"
    " father mother skipper quarterback pitcher slugger guard centre center surfer skateboarder gamer"
    " streamer rookie great legend icon captain ex-captain manager coach ambassador influencer blogger"
    " vlogger youtuber host comedian chef dancer celebrity socialite heir heiress royal prince princess"
    " duke duchess widow mother-of-two mother-of-three father-of-two father-of-three mum dad senator"
    " congressman lawmaker hitmaker stunner blonde brunette beauty redhead starlet bombshell crooner songstress"
    " vocalist frontman performer entertainer personality nominee candidate hopeful frontrunner front-runner leader"
    " chairman chairwoman climber sailor rower diver fencer judoka hurdler jumper vaulter thrower weightlifter"
    " goalie"
    " mountaineer explorer adventurer angler junior senior sophomore freshman student pupil schoolgirl schoolboy"
    " graduate photographer filmmaker producer playwright poet painter sculptor soprano tenor conductor composer"
    " pianist violinist ballerina".split()
)
_OF_PEOPLE = ("year-old", "man", "woman", "ist", "master", "lete", "ian")
# Words of the titles that people of a firm have, and those of the people above that may be one.
_FIRM = frozenset(
    "president director manager chief ceo cfo coo cmo cco executive head officer founder chairman chairwoman chair"
    " spokesman spokeswoman".split()
)
_OFFICES = frozenset(
    "mogul tycoon billionaire entrepreneur investor executive newcomer veteran manager coach chairman chairwoman"
    " leader old man woman father mother widow mum dad".split()
)
# What somebody publishes in his own name: "the statement" is of who spoke last.
_OWN_WORDS = frozenset(
    "statement release letter email e-mail post tweet message website site webpage blog announcement"
    " note notice memo caption filing".split()
)
# What somebody writes and "it" then says, and among how many first words its sentence has it.
_WRITTEN = frozenset("statement letter email e-mail post message memo".split())
_EARLY = 8
# "one post" is another's than who spoke last.
_SOMEBODYS = frozenset("one another some several many".split())
# Bodies that are called so by their names alone: "the council" is no club.
_CIVIC = frozenset(
    "government party university council police school city county district department ministry".split()
)
_TIME = frozenset("last this week month year later earlier on in today yesterday recently early late".split())
# Who speaks in another's name.
_MOUTHPIECES = frozenset(
    "spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons representative representatives"
    " official officials".split()
)


# What others say within a quotation may name who quotes it.
_INNER = re.compile(r"(?<=\s)['‘][A-Z].*?[’'](?=\W|$)")
# People noted that a pronoun may go back to.
_REMEMBERED = 8
# Sentences after which the last subject gives way to whoever was named since.
LONG_AGO = 2


class Scene:
    """Who was last the subject of a sentence or the speaker of a quotation, as the text goes on."""

    def __init__(self, cast: Cast, found: Found) -> None:
        self._cast, self._people = cast, list(found.people())
        self.person: Mention | None = None
        self._noted: deque[Mention] = deque(maxlen=_REMEMBERED)  # who was noted, the last at the end
        self.organised: Mention | None = None
        self.latest: Mention | None = None
        self._named: dict[EntityKind, Mention] = {}
        self._speaker: Mention | None = None
        self._fresh = 0  # sentences since a person was last noted
        self._writer: Mention | None = (
            None  # whose document the sentence before was about: "Her letter went further"
        )

    def note(self, mention: Mention | None) -> None:
        """Remember that `mention` spoke or was spoken of."""
        if mention is None or (mention.pronoun and mention.entity is None):
            return
        if mention.entity is None and self._cast.name(mention).isupper():
            return  # letters that no entity has ("PDT")
        if mention.organised:
            self.organised = mention
        elif mention.person or mention.entity is None:
            self.person = mention
            self._noted.append(mention)
            self._fresh = 0
        else:
            return
        self.latest = mention

    def said(self, mention: Mention | None) -> None:
        """Remember who spoke last."""
        self._speaker = mention or self._speaker

    def turn_page(self, sentence: Sequence[Word]) -> None:
        """Remember that a sentence has ended, and whose document it was about."""
        self._fresh += 1
        self._writer = None
        if any(word.low in _WRITTEN for word in sentence[:_EARLY]):
            found = subject.first(self._cast, sentence, 0, len(sentence))
            if found is not None and found.noun in _WRITTEN and found.owner is not None:
                self._writer = self._noun(found, sentence)[0]

    def mention(self, sentence: Sequence[Word]) -> None:
        """Remember whom a sentence names at all, for phrases that nothing better explains."""
        for mention in self._cast.mentions(sentence):
            if mention.entity is not None and not mention.pronoun:
                self._named[mention.entity.kind] = mention

    def who(
        self, found: Phrase | None, sentence: Sequence[Word], words: str = "", *, again: bool = False
    ) -> tuple[Mention | None, float]:
        """Return whom a phrase of `sentence` means, and how sure that is: 1 for a name.

        `words` are the quotation's: people rarely name themselves in what they say. `again` says that the verb
        has who spoke last go on.
        """
        if found is None:
            return None, 0.0
        if (
            again
            and self._speaker is not None
            and self.latest is self._speaker
            and _may_be(self._cast, found, self._speaker, sentence)
        ):
            return self._speaker, 0.9
        if found.head is None:
            meant, sure = self._noun(found, sentence)
            if meant is not None and meant.entity is not None and sure < 0.6 and _names(meant.entity, words):
                return None, 0.0
            return meant, sure
        if not found.head.pronoun:
            return found.head, 1.0
        if found.head.entity is not None and self._trusts(found.head, sentence):
            meant, sure = self._chosen(found.head, sentence, words), 0.95
        else:
            meant, sure = self._pronoun(found.head, sentence), 0.85
        if meant is not None and meant.entity is not None and _names(meant.entity, _INNER.sub("", words)):
            return None, 0.0  # "We all want Anna to win," she said: another woman
        return meant, sure

    def _chosen(self, mention: Mention, sentence: Sequence[Word], words: str) -> Mention | None:
        """Return whom a pronoun means that the entities stage gave to somebody, unless the quotation"
        " names him."""
        index = next((i for i, word in enumerate(sentence) if word.start >= mention.start), 0)
        inside = _nearest(self._cast, sentence, index, sentence[index].low)
        if inside is not None and inside.person:
            return inside  # the subject of the same sentence
        other = self._pronoun(mention, sentence)
        if other is None or other.entity is None or mention.entity is None or other.entity.id == mention.entity.id:
            return mention
        if _names(mention.entity, words) and not _names(other.entity, words):
            return other
        pronoun = sentence[index].low
        if self._cast.surely(pronoun, mention) and not self._cast.surely(pronoun, other):
            return mention  # of two in view, who is known to be a woman
        return other if other is self.person and self._fresh <= 1 else mention

    def _trusts(self, mention: Mention, sentence: Sequence[Word]) -> bool:
        """Whether the entity that the entities stage gave a pronoun is of the pronoun's kind."""
        word = next((w.low for w in sentence if w.start == mention.start), "")
        return word not in _PERSONAL or mention.person

    def _pronoun(self, mention: Mention, sentence: Sequence[Word]) -> Mention | None:
        """Return whom a pronoun means: the subject of its sentence before it, or who came last."""
        index = next((i for i, word in enumerate(sentence) if word.start >= mention.start), 0)
        word = sentence[index].low if index < len(sentence) else ""
        word = _NOMINATIVE.get(word, word)
        earlier = subject.first(self._cast, sentence, 0, index) if index > 1 else None
        inside = _nearest(self._cast, sentence, index, word) or (earlier.head if earlier is not None else None)
        if inside is not None and not inside.pronoun and _agrees(self._cast, word, inside):
            return inside
        if word in _PERSONAL:
            named = self._named.get(EntityKind.PERSON)
            named = named if named is not None and self._cast.may_be(word, named) else None
            noted = next((m for m in reversed(self._noted) if self._cast.may_be(word, m)), None)
            return named if noted is None or (named is not None and self._fresh > LONG_AGO) else noted
        if word == "it":
            return self._writer or self.organised
        if word == "they":
            return self.latest
        return None

    def _noun(self, found: Phrase, sentence: Sequence[Word]) -> tuple[Mention | None, float]:
        """Return whom a noun means: the owner of a document, the holder of an office, the club last named."""
        if found.noun in grammar.DOCUMENT:
            return self._document(found, sentence)
        if found.noun in _MOUTHPIECES and found.owner is not None:
            if found.owner.person and self._cast.noun(found.owner) in _BODIES:
                return self.organised, 0.5  # "the company" is nobody
            if found.owner.pronoun and found.owner.entity is None:
                return self._pronoun(found.owner, sentence), 0.6
            place = found.owner.entity is not None and found.owner.entity.kind is EntityKind.PLACE
            return (None, 0.0) if place else (found.owner, 0.8)
        if found.noun in grammar.SPOKES or not found.definite:
            return None, 0.0
        if found.noun in _BODIES:
            return self._body(found.noun), 0.6
        holder = self._holder(found)
        if holder is not None:
            return Mention(found.start, found.end, holder, False), 0.8
        if self.person is not None and self._may_hold(found):
            # "the Moro Trust chair": whoever is in view and holds no other office
            untitled = self.person.entity is not None and self.person.entity.title is None
            if _describes_person(found.noun):
                return self._described(found.noun), 0.5
            if untitled and names_job(found.noun):
                return self.person, 0.5
        return None, 0.0

    def _described(self, noun: str) -> Mention | None:
        """Return whom "the sprinter" means: who came last and holds no office of a firm, if one is in view."""
        if noun.rpartition("-")[2] in _OFFICES:
            return self.person
        plain = (m for m in reversed(self._noted) if m.entity is None or not _has_office(m.entity.title))
        return next(plain, self.person)

    def _document(self, found: Phrase, sentence: Sequence[Word]) -> tuple[Mention | None, float]:
        """Return whose words a document has: its owner's, or those of the body it says it is of."""
        if found.owner is None:
            if (publisher := self._publisher(found, sentence)) is not None:
                return publisher, 0.7
            another = next((w.low for w in sentence if w.start == found.start), "") in _SOMEBODYS
            return (self.latest, 0.6) if found.noun in _OWN_WORDS and not another else (None, 0.0)
        if found.owner.pronoun and found.owner.entity is None:
            return self._pronoun(found.owner, sentence), 0.8
        if found.owner.pronoun:
            return self._chosen(found.owner, sentence, ""), 0.9
        return found.owner, 0.9

    def _may_hold(self, found: Phrase) -> bool:
        """Whether "the Moro captain" can be the person in view, of whom no other office or body is known."""
        person = self.person.entity if self.person is not None else None
        owner = found.owner
        if owner is None or person is None:
            return owner is None
        if owner.person or owner.pronoun:
            return False
        if owner.entity is None and _describes_person(found.noun):
            return True  # "the Purple Rain singer"
        if person.title and found.noun not in person.title.lower():
            return False
        return not (owner.organised and person.affiliation) or person.affiliation == self._cast.name(owner)

    def _publisher(self, found: Phrase, sentence: Sequence[Word]) -> Mention | None:
        """Return the body whose kind stands before a document's noun: "a club statement", "a council report"."""
        words = [word for word in sentence if found.start <= word.start < found.end]
        at = next((n for n, word in enumerate(words) if word.low == found.noun), 0)
        return self._body(words[at - 1].low) if at and words[at - 1].low in _BODIES else None

    def _body(self, noun: str) -> Mention | None:
        """Return the body that acted or was named last and that `noun` can mean: a club is a rights-holder."""
        if noun in _CIVIC:
            bodies = (self.organised, *self._named.values())
            return next((body for body in bodies if body is not None and self._is_called(body, noun)), None)
        kind = (
            self.organised.entity.kind if self.organised is not None and self.organised.entity is not None else None
        )
        if noun in _SPORTING and kind is not EntityKind.RIGHTS_HOLDER:
            return self._named.get(EntityKind.RIGHTS_HOLDER) or self.organised
        named = self._named.get(EntityKind.BRAND) or self._named.get(EntityKind.ORGANIZATION)
        if noun in _TRADING and kind is EntityKind.RIGHTS_HOLDER:
            return named or self.organised
        return self.organised or named

    def _is_called(self, body: Mention, noun: str) -> bool:
        """Whether a body's name has the noun."""
        return body.organised and noun in self._cast.name(body).casefold().split()

    def _holder(self, found: Phrase) -> Entity | None:
        """Return the one person whose title has the noun, if an owner is named one who belongs to it."""
        holders = [p for p in self._people if p.title and found.noun in p.title.lower().split()]
        owner = found.owner.entity if found.owner is not None else None
        if owner is not None:
            holders = [p for p in holders if p.affiliation == owner.name] or holders
        return holders[0] if len(holders) == 1 else None


def _has_office(title: str | None) -> bool:
    """Whether a title is of those that people of a firm have: "vice-president of marketing"."""
    return title is not None and any(word.rpartition("-")[2] in _FIRM for word in title.lower().split())


def _describes_person(noun: str) -> bool:
    """Whether a noun says what a person is, where a name would be repeated: "the striker", "the 34-year-old"."""
    known = noun.rpartition("-")[2] in _PEOPLE or noun in _PEOPLE or noun in knowledge.words("demonyms")
    return known or noun.endswith(_OF_PEOPLE)


def may_speak(noun: str) -> bool:
    """Whether a noun stands for a person or a body, and not for a thing."""
    return noun in _BODIES | _CIVIC or names_job(noun) or _describes_person(noun)


def _may_be(cast: Cast, found: Phrase, speaker: Mention, sentence: Sequence[Word]) -> bool:
    """Whether a phrase that is no name can mean who spoke last."""
    if found.head is not None and not found.head.pronoun:
        start = next((w.low for w in sentence if w.start == found.head.start), "")
        if start != "the":
            return False
    if found.head is not None and found.head.pronoun:
        word = next((w.low for w in sentence if w.start == found.head.start), "")
        return word in ("he", "she", "it", "they") and _agrees(cast, word, speaker)
    if found.noun in grammar.SPOKES | grammar.DOCUMENT or not found.definite:
        return found.head is not None and (found.head.person == speaker.person)
    return speaker.organised if found.noun in _BODIES else speaker.person


def _names(entity: Entity, words: str) -> bool:
    """Whether `words` hold the last name of `entity`, or its first."""
    parts = entity.name.split()
    return entity.kind is EntityKind.PERSON and any(
        re.search(rf"\b{re.escape(p)}\b", words) for p in (parts[0], parts[-1])
    )


def _nearest(cast: Cast, sentence: Sequence[Word], index: int, pronoun: str) -> Mention | None:
    """Return the nearest name before the pronoun that is the subject of a verb in its sentence."""
    mentions = cast.mentions(sentence[:index])
    for mention in reversed(mentions):
        if mention.pronoun or not _agrees(cast, pronoun, mention):
            continue
        begin = next(i for i, word in enumerate(sentence) if word.end > mention.start)
        end = next((i for i in range(begin, index) if sentence[i].start >= mention.end), index)
        while end < index and (sentence[end].low in _TIME or grammar.is_adverb(sentence[end])):
            end += 1
        if end >= index:
            continue
        low = sentence[begin - 1].low if begin else ""
        if low == "the" and begin > 1:
            low = sentence[begin - 2].low
        following = sentence[end + 1] if end + 1 < len(sentence) else None
        relative = (
            sentence[end].text in (",", "-", "–", "—", "--")
            and following is not None
            and following.low in ("who", "which")
        )
        if (relative or grammar.is_finite(sentence[end], following) or cues.kind(sentence[end].low)) and (
            low not in grammar.PREPOSITION or low in ("since", "as", "after", "before", "until")
        ):
            return mention
    return None


def _agrees(cast: Cast, pronoun: str, mention: Mention) -> bool:
    if pronoun in _PERSONAL:
        return (mention.person or mention.entity is None) and cast.may_be(pronoun, mention)
    return pronoun != "it" or not mention.person
