"""Of every deal found in any article we have, the characters named for a field contain its value."""

import pytest

from benchmarks import evidence, labels
from enrich.pipeline import enrich

ARTICLES = [labelled for half in labels.HALVES for labelled in labels.read(labels.GOLD / half)]


@pytest.mark.parametrize("labelled", ARTICLES, ids=lambda labelled: labelled.stem)
def test_the_characters_named_for_a_field_contain_its_value(labelled: labels.Labelled) -> None:
    article = enrich(labelled.article())
    within = range(len(article.text) + 1)
    for deal in article.deals:
        given = {one.field for one in deal.evidence}
        assert [one for one in deal.evidence if one.start >= one.end or one.end not in within] == []
        # Fields only: whoever reads a failure of an unseen article must not read the article.
        wrong = {field for field, right, _ in evidence.checks(article, deal) if field in given and not right}
        assert wrong == set()
