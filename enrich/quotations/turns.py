"""Turns of speech: goes through the paragraphs in order and gives each quotation its speaker.

A quotation whose own sentence does not attribute it belongs to whom the paragraph, or the one before it, has speak.
"""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from enrich.findings import Found
from enrich.quotations import (
    attribution,
    clauses,
    cues,
    grammar,
    kinds,
    leading,
    marks,
    reported,
    speaker,
    subject,
    verb,
)
from enrich.quotations.cast import Cast, Mention
from enrich.quotations.clauses import Sentence
from enrich.quotations.frame import Attribution
from enrich.quotations.marks import Marked
from enrich.quotations.phrase import Phrase
from enrich.quotations.reference import Scene
from enrich.text import Text
from records.record import Quote, QuoteKind, Span, Speaker

# How sure a speaker is that the paragraph, the paragraph before, a sentence without quotation, its topic, a label
# or the mere subject of the sentence gives: the share of right speakers on PolNeAR's training articles, rounded.
SAME_PARAGRAPH, PARAGRAPH_BEFORE, REPORTED, TOPIC = 0.98, 0.87, 0.82, 0.45
LABELLED, SUBJECT = 0.95, 0.5
# A sentence without quotation tells who speaks, or goes on, only by a name, or a pronoun or noun as sure as this.
SURE = 0.7
# Attributing verbs of a sentence without quotation that are asked for their subject; real sentences have fewer.
MOST_VERBS = 5
# A short line; a dash may open it, and without one no sentence ends with it.
_SIGNATURE = re.compile(r"(?P<dash>(?:[-–—―]+\s*)?)\w.{1,80}")
# Verbs that have the same speaker go on.
_AGAIN = frozenset("added adds adding continued continues concluded".split())
_LABEL = re.compile(r"([A-Z][A-Z.'’ -]{2,30}):\s")


class Turn(NamedTuple):
    """Who has the word, by what cue and which words of the text, and how sure that is."""

    speaker: Speaker | None
    cue: str | None
    span: Span | None
    confidence: float


class Placed(NamedTuple):
    """A marked stretch in its sentence, with what attributes it there, and its turn."""

    marked: Marked
    sentence: Sentence
    i: int
    ground: Attribution | None
    whole: bool
    is_quotation: bool


class Reading:
    """One pass over the paragraphs of a text."""

    def __init__(self, text: Text, found: Found) -> None:
        self._text, self._body = text, text.body
        self._cast = Cast(text.body, found)
        self._scene = Scene(self._cast, found)
        self._last: Turn | None = None

    def quotes(self) -> Iterator[Quote]:
        """Yield the quotations in order."""
        paragraphs, quoted = self._text.paragraphs, False
        for n, stretches in enumerate(_by_paragraph(self._text)):
            pure = len(stretches) == 1 and stretches[0].outer_start == paragraphs[n].start
            if pure and n + 1 < len(paragraphs):
                self._last = self._signature(paragraphs[n], stretches[0], paragraphs[n + 1]) or self._last
            spoke, had_word, quoted = self._last, quoted, False
            for quote in self._paragraph(paragraphs[n], stretches):
                quoted = quoted or quote.kind is not QuoteKind.INDIRECT
                yield quote
            if had_word and not quoted and marks.is_aside(self._body, paragraphs[n]):
                self._last, quoted = spoke, True  # a caption or a heading takes the word from nobody

    def _signature(self, paragraph: Span, marked: Marked, following: Span) -> Turn | None:
        """Return the turn that the next paragraph gives a pure quotation by signing it: `- Jane Roe, director`."""
        line = _SIGNATURE.fullmatch(self._body, following.start, following.end)
        if line is None or marked.outer_end < paragraph.end - 1:
            return None
        words = clauses.sentences(self._body, following, [])[0]
        mentions = self._cast.mentions(words)
        if not mentions or mentions[0].start > line.end("dash") or mentions[0].pronoun:
            return None
        rest = [word for word in words if word.start >= mentions[0].end]
        named_only = mentions[0].person and (not rest or rest[0].text in (",", "("))
        if any(grammar.is_finite(word, None) for word in rest) or not (line.group("dash") or named_only):
            return None
        named = speaker.of(self._cast, mentions[0])
        span = Span(start=mentions[0].start, end=mentions[0].end)
        return Turn(named, line.group("dash").strip() or None, span, LABELLED) if named is not None else None

    def _paragraph(self, paragraph: Span, stretches: list[Marked]) -> Iterator[Quote]:
        before = self._last  # who spoke, or was spoken of, before the paragraph or in the sentence before
        current: Turn | None = None  # whose turn it is in this paragraph
        waiting: list[Placed] = []  # quotations that open the paragraph, until one of them is attributed
        for n, sentence in enumerate(clauses.sentences(self._body, paragraph, stretches)):
            placed = [place for place in self._placed(sentence, stretches) if place.is_quotation]
            named = False  # whether the sentence says who speaks
            for place in placed:
                turn = self._turn(place) or self._fragment(place)
                named = named or (turn is not None and turn.speaker is not None)
                if turn is None and current is None and n == 0 and place.i == 0 and not place.marked.reopened:
                    waiting.append(place)
                    continue
                turn = turn or self._carried(place, n, current, before)
                for earlier in waiting:
                    yield _quote(self._body, earlier, turn and turn._replace(confidence=SAME_PARAGRAPH))
                waiting = []
                yield _quote(self._body, place, turn)
                current = turn or current
            if not placed:
                spoken = (self._fronted(sentence) or self._signed(sentence)) if n and waiting else None
                for earlier in waiting if spoken is not None else ():
                    yield _quote(self._body, earlier, spoken)
                waiting = [] if spoken is not None else waiting
                for quote, turn in self._reported(sentence):
                    yield quote
                    spoken = turn
                spoken = spoken or self._spoken(sentence)
                before = spoken or before
                current = spoken if spoken is not None and (current is None or spoken.cue) else current
            elif not named:
                self._scene.note(self._subject(sentence))
            self._scene.mention(sentence)
            self._scene.turn_page(sentence)
        for place in waiting:
            current = self._carried(place, 0, None, self._last) or current
            yield _quote(self._body, place, current)
        self._last = current or before

    def _subject(self, sentence: Sentence) -> Mention | None:
        """Return whom a sentence is about."""
        return self._scene.who(subject.first(self._cast, sentence, 0, len(sentence)), sentence)[0]

    def _placed(self, sentence: Sentence, stretches: list[Marked]) -> Iterator[Placed]:
        for i, word in enumerate(sentence):
            if word.quote < 0:
                continue
            marked = stretches[word.quote]
            whole = kinds.whole(self._body, marked, sentence, i)
            if not whole and not kinds.is_long(self._body, marked):
                continue
            comma = self._body[marked.end - 1] in ",?!—–-…" and marked.closed
            ground = attribution.of(self._cast, sentence, i, comma=comma)
            accepted = kinds.is_quotation(self._body, marked, sentence, i, ground, whole)
            accepted = accepted and not self._cast.holds(marked.outer_start, marked.outer_end)
            yield Placed(marked, sentence, i, ground, whole, accepted)

    def _turn(self, place: Placed) -> Turn | None:
        """Return whose turn a quotation is that its sentence attributes."""
        ground = place.ground
        label = _LABEL.match(self._body, place.marked.start, place.marked.end)
        if label is not None:
            return self._labelled(label)
        if ground is None:
            return None
        words = self._body[place.marked.start : place.marked.end]
        who, sure = self._scene.who(ground.subject, place.sentence, words, again=ground.cue in _AGAIN)
        self._scene.note(who)
        self._scene.said(who)
        named = speaker.of(self._cast, who)
        span = Span(start=ground.subject.start, end=ground.subject.end) if ground.subject else None
        confidence = ground.confidence * sure if named else 0.3
        return Turn(named, ground.cue, span, round(confidence, 2))

    def _labelled(self, label: "re.Match[str]") -> Turn:
        """Return the turn of a transcript, whose quotations begin with their speaker: `"ROE: We won."`."""
        who = self._cast.surnamed(label.group(1))
        named = speaker.of(self._cast, who) or Speaker(entity_id=None, name=label.group(1).title())
        return Turn(named, ":", Span(start=label.start(1), end=label.end(1)), LABELLED)

    def _fragment(self, place: Placed) -> Turn | None:
        """Return the turn of a fragment in a sentence without any attributing verb: its subject may"
        " have said it."""
        if place.ground is not None or place.whole or place.i < 2:
            return None
        found = subject.first(self._cast, place.sentence, 0, place.i)
        if found is None or found.head is None or verb.of_object(place.sentence, 0, place.i):
            return None
        lead = [w for w in place.sentence if w.end <= found.start]
        adjunct = bool(lead) and lead[0].low in grammar.OPENING and lead[-1].text == ","
        if not adjunct and any(w.text != "," and not grammar.is_adverb(w) for w in lead):
            return None
        who, sure = self._scene.who(found, place.sentence)
        named = speaker.of(self._cast, who)
        if named is None or who is None or not who.speaks:
            return None
        return Turn(named, None, Span(start=found.start, end=found.end), round(SUBJECT * sure, 2))

    def _carried(self, place: Placed, n: int, current: Turn | None, spoken: Turn | None) -> Turn | None:
        """Return whose turn a quotation is that its own sentence does not attribute."""
        if current is not None:
            return current._replace(confidence=min(current.confidence, SAME_PARAGRAPH))
        if spoken is not None and (place.whole or (n > 0 and spoken.cue is not None)):
            return spoken._replace(confidence=min(spoken.confidence, PARAGRAPH_BEFORE))
        return None

    def _spoken(self, sentence: Sentence) -> Turn | None:
        """Return who speaks in a sentence without quotation, or whom it is about."""
        spoken = (k for k, w in enumerate(sentence) if k > 0 and cues.kind(w.low) and verb.is_verb(sentence, k, 0))
        for k in itertools.islice(spoken, MOST_VERBS):
            found = subject.before(self._cast, sentence, k, 0)
            turn = self._said(sentence, found, sentence[k].text, REPORTED)
            if turn is not None:
                return turn
        return self._said(sentence, subject.first(self._cast, sentence, 0, len(sentence)), None, TOPIC)

    def _fronted(self, sentence: Sentence) -> Turn | None:
        """Return who said what stands before a sentence that opens with the verb: `Says Jane Roe, director.`"""
        if sentence[0].text not in leading.FRONTED or len(sentence) == 1:
            return None
        return self._said(
            sentence, subject.after(self._cast, sentence, 1, len(sentence)), sentence[0].text, REPORTED
        )

    def _signed(self, sentence: Sentence) -> Turn | None:
        """Return who signs what stands before a sentence that is a name and an office: `Jane Roe, director.`"""
        mentions = self._cast.mentions(sentence)
        if not mentions or mentions[0].start > sentence[0].start or not mentions[0].person:
            return None
        rest = [word for word in sentence if word.start >= mentions[0].end]
        tells = any(grammar.is_finite(word, None) or cues.kind(word.low) for word in rest)
        if mentions[0].pronoun or tells or not rest or rest[0].text != ",":
            return None
        span = Span(start=mentions[0].start, end=mentions[0].end)
        return Turn(speaker.of(self._cast, mentions[0]), None, span, LABELLED)

    def _reported(self, sentence: Sentence) -> Iterator[tuple[Quote, Turn]]:
        """Yield the clause that a sentence reports, with its turn, when the text names who said it."""
        found = reported.find(self._cast, sentence)
        if found is None:
            return
        span, ground = found
        who, sure = self._scene.who(ground.subject, sentence)
        named = speaker.of(self._cast, who)
        if named is None or ground.subject is None or sure < SURE:
            return
        self._scene.note(who)
        turn = Turn(named, ground.cue, Span(start=ground.subject.start, end=ground.subject.end), REPORTED)
        quote = Quote(
            text=self._body[span.start : span.end],
            start=span.start,
            end=span.end,
            kind=QuoteKind.INDIRECT,
            cue=ground.cue,
            speaker=named,
            speaker_span=turn.span,
            confidence=round(ground.confidence * sure, 2),
        )
        yield quote, turn

    def _said(self, sentence: Sentence, found: Phrase | None, cue: str | None, sure: float) -> Turn | None:
        who, reference = self._scene.who(found, sentence)
        self._scene.note(who)
        named = speaker.of(self._cast, who)
        if found is None or named is None or reference < SURE:
            return None
        return Turn(named, cue, Span(start=found.start, end=found.end), round(sure * reference, 2))


def quotes(text: Text, found: Found) -> Iterator[Quote]:
    """Yield the quotations of `text` in order."""
    return iter(sorted(Reading(text, found).quotes(), key=lambda quote: quote.start))


def _by_paragraph(text: Text) -> list[list[Marked]]:
    """Return the marked stretches of each paragraph."""
    stretches = marks.find(text.body, text.paragraphs)
    lists: list[list[Marked]] = []
    at = 0
    for paragraph in text.paragraphs:
        begin = at
        while at < len(stretches) and stretches[at].outer_start < paragraph.end:
            at += 1
        lists.append(stretches[begin:at])
    return lists


def _quote(body: str, place: Placed, turn: Turn | None) -> Quote:
    marked = place.marked
    return Quote(
        text=body[marked.start : marked.end],
        start=marked.start,
        end=marked.end,
        kind=QuoteKind.DIRECT if place.whole else QuoteKind.MIXED,
        cue=turn.cue if turn else None,
        speaker=turn.speaker if turn else None,
        speaker_span=turn.span if turn else None,
        confidence=turn.confidence if turn else 0.2,
    )
