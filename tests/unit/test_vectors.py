"""The vectors of words are spaCy's own, and a sentence parsed among others is parsed as it is in a row."""

from typing import Any

import numpy
import pytest
from spacy.tokens import Doc

from benchmarks import labels
from enrich import vectors
from enrich.model import model
from enrich.text import Text

BODY = (
    "Orla Fenn, who chairs the club, said the deal with Quillbank runs until 2031. It began in May.\n\n"
    "Fans cheered! Tarn Motors, its first sponsor, left in 2029, and nobody can’t say why. Done."
)
TEXTS = (BODY, "One.", *(one.written for one in labels.read(labels.GOLD / "seen")[:6]))


def in_a_row(text: Text) -> Any:
    """Return all sentences of a text as one Doc of spaCy's, without annotations."""
    words, spaces, starts = [], [], []
    for sentence in text.sentences:
        span = text.doc.char_span(sentence.start, sentence.end)
        words += [token.text for token in span]
        spaces += [bool(token.whitespace_) for token in span]
        starts += [token.i == span.start for token in span]
    return Doc(model().vocab, words=words, spaces=spaces, sent_starts=starts)


@pytest.mark.parametrize("body", TEXTS, ids=range(len(TEXTS)))
@pytest.mark.parametrize("network", ["tok2vec", "ner"])
def test_the_vectors_are_those_that_spacy_computes(body: str, network: str) -> None:
    doc = in_a_row(Text(body, None, (), None))
    hashes, blanks = doc.to_array(["ORTH", "SPACY"]).T
    if network == "tok2vec":
        expected, ours = model().get_pipe("tok2vec").model.predict([doc])[0], vectors.parsing()
    else:
        expected, ours = model().get_pipe("ner").model.layers[0].layers[0].predict([doc])[0], vectors.naming()
    found = ours.vectors(vectors.Tokens.of(hashes, blanks))
    assert found.shape == expected.shape
    assert numpy.abs(found - expected).max() < 1e-4


@pytest.mark.parametrize("body", TEXTS, ids=range(len(TEXTS)))
def test_sentences_parsed_side_by_side_are_parsed_as_in_a_row(body: str) -> None:
    text = Text(body, None, (), None)
    row = in_a_row(text)
    for part in ("tok2vec", "tagger", "parser"):
        row = model().get_pipe(part)(row)
    text.parse(text.sentences)
    found = [
        (token.text, token.tag_, token.dep_, token.head.i - token.i)
        for sentence in text.sentences
        for token in text.parsed(sentence)
    ]
    assert found == [(token.text, token.tag_, token.dep_, token.head.i - token.i) for token in row]


def test_a_token_of_a_sentence_is_asked_for_its_place_in_the_body() -> None:
    text = Text(BODY, None, (), None)
    second = text.parsed(text.sentences[1])
    assert [BODY[second.start(token) : second.end(token)] for token in second] == ["It", "began", "in", "May", "."]
