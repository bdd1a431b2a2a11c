"""The body of an article, its paragraphs, sentences and tokens; costly annotations only where asked for.

What the stages may rely on, and what it costs for a 430-word article (all stages together have 50 ms):

- `doc`: spaCy tokens of the whole body, without any annotation (1 ms). Token offsets are offsets of `body`.
- `sentences`, `paragraphs`: spans of the whole body (1 ms). `sentence_at(offset)` finds one by bisection.
- `names`: the model's guesses at names (9 ms), for the entities stage alone; the others read `Found.entities`.
- `parsed(sentence)`: one sentence with tags (`tag_`: Penn Treebank) and dependencies (`dep_`, `head`), but no
  lemmas and no `pos_`. A whole article costs 20 ms: ask only for the sentences that matter, and ask
  `parse(sentences)` for all of them first, which takes half the time of one by one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

import numpy

from enrich import datelines, recognition, sentences, vectors
from enrich.model import model
from records.record import Article, Span

# So many words after a sentence the parser may look at before it is done with it.
_AHEAD = 2


@dataclass(frozen=True)
class Text:
    """What the stages read. Offsets are code points in `body`; the title and the captions are apart."""

    body: str
    title: str | None
    captions: tuple[str, ...]
    published_at: datetime | None
    _parsed: dict[Span, Any] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, article: Article) -> "Text":
        """Return the text of `article`."""
        return cls(article.text, article.title, article.captions, article.published_at)

    @cached_property
    def doc(self) -> Any:
        """The tokens of the body: a spaCy Doc without annotations; `doc.char_span` finds them by offset."""
        return model().make_doc(self.body)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs: stretches of lines that are not blank."""
        spans, at = [], 0
        for line in self.body.splitlines(keepends=True):
            if line.strip():
                start = at + len(line) - len(line.lstrip())
                spans.append(Span(start=start, end=at + len(line.rstrip())))
            at += len(line)
        return tuple(spans)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences in order; none crosses a paragraph."""
        return sentences.find(self.body, self.paragraphs)

    @cached_property
    def datelines(self) -> list[datelines.Dateline]:
        """Where a report was written and who spread it, at the heads of paragraphs, in order."""
        return datelines.find(self.body, self.paragraphs)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Span | None:
        """Return the sentence that holds the code point at `offset`; between two, the one before."""
        at = bisect_right(self._starts, offset) - 1
        return self.sentences[at] if at >= 0 else None

    def words(self, span: Span) -> str:
        """Return the characters of `span`."""
        return self.body[span.start : span.end]

    def parse(self, spans: Iterable[Span]) -> None:
        """Tag and parse these sentences in one run of the model, for `parsed` to return.

        The parser takes its steps for all of them at once, which is a third faster than for one long Doc.
        """
        wanted = [span for span in dict.fromkeys(spans) if span not in self._parsed]
        if not wanted:
            return
        pieces = [self._tokens(span) for span in wanted]
        places = numpy.concatenate([numpy.arange(piece.start, piece.stop) for piece in pieces])
        known = vectors.parsing().vectors(self._words.at(places))
        hashes, blanks, starts, _ = self._table
        at, docs = 0, []
        for piece in pieces:
            # The parser looks at two words ahead, which after the last word are the next sentence's.
            seen = places[at : at + len(piece) + _AHEAD].tolist()
            docs.append(_doc([hashes[i] for i in seen], [blanks[i] for i in seen], len(piece)))
            docs[-1].tensor = known[at : at + len(seen)]
            at += len(piece)
        for name in ("tagger", "parser"):
            part = model().get_pipe(name)
            part.set_annotations(docs, part.predict(docs))
        for span, piece, doc in zip(wanted, pieces, docs, strict=True):
            self._parsed[span] = Parsed(doc[: len(piece)], [starts[i] for i in piece])

    def parsed(self, sentence: Span) -> "Parsed":
        """Return one sentence tagged and parsed, parsing it now unless `parse` already did."""
        self.parse([sentence])
        parsed: Parsed = self._parsed[sentence]
        return parsed

    @cached_property
    def names(self) -> tuple[tuple[int, int, str], ...]:
        """The model's guesses at names: start, end (offsets in `body`) and spaCy's label, in order."""
        pieces = [self._tokens(span) for span in self.sentences]
        places = [i for piece in pieces for i in piece]
        *_, starts, lengths = self._table
        ends = numpy.cumsum([len(piece) for piece in pieces])
        return tuple(
            (starts[places[first]], starts[places[end - 1]] + lengths[places[end - 1]], label)
            for first, end, label in recognition.find(self._words.at(places), ends)
        )

    @cached_property
    def _table(self) -> list[list[int]]:
        """Of each token of the body the word's hash, whether a blank follows, the start and the length: four lists.

        To ask the tokens one by one takes two milliseconds of an article.
        """
        table: list[list[int]] = self.doc.to_array(["ORTH", "SPACY", "IDX", "LENGTH"]).T.tolist()
        return table

    def _tokens(self, span: Span) -> range:
        """Return the numbers of the tokens that reach into `span`."""
        starts = self._table[2]
        return range(bisect_right(starts, span.start) - 1, bisect_left(starts, span.end))

    @cached_property
    def _words(self) -> vectors.Tokens:
        """The tokens as the model's networks know them."""
        hashes, blanks, *_ = self._table
        return vectors.Tokens.of(numpy.array(hashes, dtype="uint64"), numpy.array(blanks, dtype="uint64"))


def _doc(words: list[Any], blanks: list[int], length: int) -> Any:
    """Return the Doc of a sentence of `length` words and the words after it, which belong to the next."""
    from spacy.tokens import Doc

    starts: list[bool | int | None] = [i in (0, length) for i in range(len(words))]
    return Doc(model().vocab, words=words, spaces=[bool(blank) for blank in blanks], sent_starts=starts)


@dataclass(frozen=True)
class Parsed:
    """One sentence as the model parsed it: iterate over its tokens, and ask `offset` where they stand."""

    tokens: Any  # a spaCy Span: `tag_`, `dep_`, `head`, `children`, `subtree` are set
    starts: list[int]  # where each of them starts in the body

    def __iter__(self) -> Any:
        """Yield the sentence's tokens in order."""
        return iter(self.tokens)

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.starts)

    def start(self, token: Any) -> int:
        """Return the offset in the body at which a token of this sentence starts."""
        start: int = self.starts[token.i - self.tokens.start]
        return start

    def end(self, token: Any) -> int:
        """Return the offset in the body at which a token of this sentence ends."""
        return self.start(token) + len(token)

    def at(self, offset: int) -> Any:
        """Return the token that holds the code point at `offset` of the body, or None."""
        for token, start in zip(self.tokens, self.starts, strict=True):
            if start <= offset < start + len(token):
                return token
        return None
