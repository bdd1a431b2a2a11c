"""The deals merged from article files as JSON Lines, by the very ledger the worker uses."""

from pathlib import Path

from cli.analyze import Refused, articles
from enrich.ledger.merging import merge
from enrich.ledger.statement import statements
from records import ids
from records.record import Article


def deals(files: list[Path]) -> tuple[list[str], list[Refused]]:
    """Return one JSON object a deal, the first reported first, and what was refused.

    The ids follow from the claims, so the same files give the same ids; the service gives permanent ones.
    """
    read = list(articles(files))
    refused = [each for each in read if isinstance(each, Refused)]
    # The same article in two files is one article.
    once = {each.id: each for each in read if isinstance(each, Article)}
    told = [statement for article in once.values() for statement in statements(article)]
    outcome = merge(told, new_id=lambda ref: ids.derived("deal", ref))
    return [deal.model_dump_json() for deal in outcome.deals], refused
