"""Whose verb it is where much stands between them: appositions, relative clauses, where it was said."""

import pytest

from enrich.pipeline import enrich
from records.record import Article, QuoteKind


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        (
            "Martin O'Kessel said so. O'Kessel, who signed the law as governor, interjected to say: “They have"
            " both been wrong about this.”",
            "Martin O'Kessel",
        ),
        ("As John Cornell, the No. 2 in the party, put it: “She will never be confirmed.”", "John Cornell"),
        (
            "Dottie Deacon, chairwoman of the Moro Party, is backing Odell as a delegate and in a statement"
            " credited him for “an exciting and inspiring campaign”.",
            "Dottie Deacon",
        ),
        (
            "The theme is tied to safety, one which Moro University historian John Baick calls “a foundation of our"
            " whole political culture”.",
            "John Baick",
        ),
        (
            "Jason Sorrell, founder of the Free Moro Project that encourages people to move, said he had seen “some"
            " demand for it among the young”.",
            "Jason Sorrell",
        ),
        (
            "Anna Brill, of the committee, said on Tuesday that according to its count the party won, but “we are"
            " still counting the seats in the north”.",
            "Anna Brill",
        ),
    ],
)
def test_the_subject_is_found_past_what_parts_it_from_its_verb(body: str, speaker: str) -> None:
    quotes = [quote for quote in enrich(Article(id="a", text=body)).quotes if quote.kind is not QuoteKind.INDIRECT]
    assert [quote.speaker.name if quote.speaker else None for quote in quotes] == [speaker]
