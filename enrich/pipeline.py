"""Runs the stages in the order they need each other; what failed is kept, the rest stands."""

from collections.abc import Iterable
from functools import cache
from graphlib import TopologicalSorter
from typing import Any, Protocol, cast

from enrich import stages
from enrich.findings import Found
from enrich.model import model
from enrich.stages import ties
from enrich.text import Text
from records import plugins
from records.record import Article

# Below this relevance an article is spared the costly stages when the gate is on (backfill).
GATE = 0.04


class Stage(Protocol):
    """A module of `enrich/stages`: pure, and deterministic for the same text on every Python."""

    NEEDS: tuple[str, ...]
    VERSION: int

    def find(self, text: Text, found: Found) -> Iterable[Any]:
        """Return what this stage finds; the stages in `NEEDS` have already filled `found`."""


@cache
def in_order() -> tuple[tuple[str, Stage], ...]:
    """Return the stages by name, each after those it needs."""
    modules = plugins.discover(stages, ("NEEDS", "VERSION", "find"))
    order = TopologicalSorter({name: module.NEEDS for name, module in modules.items()}).static_order()
    return tuple((name, cast(Stage, modules[name])) for name in order)


def load() -> None:
    """Load the stages and the language model, so that the next article need not wait for them (0.8 s)."""
    in_order()
    model()


def versions() -> dict[str, int]:
    """Return each stage's version; a raised one has the archive enriched again."""
    return {name: stage.VERSION for name, stage in in_order()}


def enrich(article: Article, *, gate: bool = False) -> Article:
    """Return `article` with relevance, entities, quotes and deals.

    A language we do not read passes through with a warning. A stage that fails leaves its field empty and a
    warning; the stages that need it then work with nothing. With `gate`, an article of a relevance below
    `GATE` is spared everything after the relevance stage.
    """
    if article.language is not None and article.language.split("-")[0] != "en":
        return article.model_copy(
            update={"warnings": (*article.warnings, f"not enriched: {article.language} is not read yet")}
        )
    text, found, warnings = Text.of(article), Found(), list(article.warnings)
    for name, stage in in_order():
        try:
            setattr(found, name, list(stage.find(text, found)))
        except Exception as error:
            warnings.append(f"{name} failed: {type(error).__name__}")
        if gate and name == "relevance" and found.relevance and found.relevance[0] < GATE:
            warnings.append("not enriched further: not sponsorship news")
            break
    return article.model_copy(
        update={
            "relevance": found.relevance[0] if found.relevance else None,
            "entities": tuple(found.entities),
            "quotes": ties.tied(found.quotes, found.ties),
            "deals": tuple(found.deals),
            "warnings": tuple(warnings),
        }
    )
