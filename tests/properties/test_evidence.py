"""Of every deal found in any article we have, each field names characters, and they contain its value."""

import pytest

from benchmarks import evidence, labels
from enrich.pipeline import enrich

ARTICLES = [labelled for half in labels.HALVES for labelled in labels.read(labels.GOLD / half)]


@pytest.mark.parametrize("labelled", ARTICLES, ids=lambda labelled: labelled.stem)
def test_each_field_names_characters_that_contain_its_value(labelled: labels.Labelled) -> None:
    article = enrich(labelled.article())
    within = range(len(article.text) + 1)
    for deal in article.deals:
        assert [one for one in deal.evidence if one.start >= one.end or one.end not in within] == []
        # Fields only: whoever reads a failure of an unseen article must not read the article.
        wrong = {field for field, right, _ in evidence.checks(article, deal) if not right}
        assert wrong == set()
