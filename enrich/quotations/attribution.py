"""Which words of its sentence attribute a quotation: the frames in the order of their strength."""

from enrich.quotations import following, leading
from enrich.quotations.cast import Cast
from enrich.quotations.clauses import Sentence
from enrich.quotations.frame import Attribution


def of(cast: Cast, sentence: Sentence, i: int, *, comma: bool) -> Attribution | None:
    """Return what attributes the quotation at word `i` of its sentence, or None.

    `comma` says that the quotation ends as one that its attribution follows.
    """
    beside = following.after(cast, sentence, i)
    if beside is not None and (comma or (i + 1 < len(sentence) and sentence[i + 1].text == ",")):
        return beside
    introduced = leading.introduced(cast, sentence, i)
    if introduced is not None:
        return introduced
    if beside is not None and (i == 0 or sentence[i - 1].quote >= 0):
        return beside
    return leading.governed(cast, sentence, i) or following.closing(cast, sentence, i)
