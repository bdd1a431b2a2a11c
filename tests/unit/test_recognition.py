"""The recogniser walked at once answers as spaCy's own does, step by step."""

import numpy
import pytest

from benchmarks import labels
from enrich import recognition
from enrich.model import model
from enrich.text import Text
from enrich.vectors import Tokens

AWKWARD = (
    "",
    "\n\n",
    "Orla Fenn",
    "Marlow Rovers signed Orla Fenn \n of Port Quill in 2031",
    "Quillbank PLC of\n\nLondon and New York City\n\nThe Duke of",
    "U.S. $ 4m from Tarn Motors Ltd. , Paris , Rome . On 3 May 2031 !",
)


@pytest.mark.parametrize(
    "body", [*AWKWARD, *(one.written for one in labels.read(labels.GOLD / "seen")[:20])], ids=range(26)
)
def test_the_names_are_those_that_spacy_finds_step_by_step(body: str) -> None:
    marked = model().make_doc(body)
    for token in marked:
        token.is_sent_start = token.i == 0 or marked[token.i - 1].text in ".!\n\n"
        token.norm_ = token.lex.norm_  # the recogniser is asked about words, not about how they were divided
    hashes, blanks = marked.to_array(["ORTH", "SPACY"]).T
    ends = numpy.array([sentence.end for sentence in marked.sents])
    found = recognition.find(Tokens.of(hashes, blanks), ends)
    assert found == [(name.start, name.end, name.label_) for name in model().get_pipe("ner")(marked).ents]


def test_a_text_without_sentences_has_no_names() -> None:
    assert Text("", None, (), None).names == ()
