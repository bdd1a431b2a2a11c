"""Ambassadors who speak for a country: whoever is called so in an article on them advertises nothing."""

import re
from collections.abc import Sequence
from functools import cache

from enrich import knowledge
from enrich.claims.passages import Passage

_UNIONS = ("european union", "eu", "united nations", "un", "nato", "united states", "us", "u.s.", "uk", "opec")
# "Ambassador Ode", as one is spoken of by his office.
_TITLED = re.compile(r"(?<!\bBrand )(?<!\bGlobal )\bAmbassadors?(?:-designate)?\s[A-Z]")
_OF_BRANDS = re.compile(
    r"\b(?:brand|celebrity|product|sports?|club|youth|team)\sambassador|\bambassadors?\sfor\s(?!an?\b|\w+\s(?:years|months)\b)",
    re.IGNORECASE,
)


@cache
def _of_countries() -> re.Pattern[str]:
    """Return the expression for "the Moroan ambassador" and "ambassador to Moro"."""
    nations = knowledge.pairs("nations")
    names, adjectives = (
        "|".join(sorted(re.escape(word.replace("_", " ")) for word in words))
        for words in ((*nations, *_UNIONS), (*nations.values(), *_UNIONS))
    )
    return re.compile(rf"\b(?:{adjectives})\sambassador|\bambassadors?\sto\s(?:the\s)?(?:{names})\b", re.IGNORECASE)


def are_meant(passages: Sequence[Passage]) -> bool:
    """Return whether the article's ambassadors are diplomats."""
    words = [passage.words for passage in passages if "mbassador" in passage.words]
    told = any(_TITLED.search(one) or _of_countries().search(one) for one in words)
    return told and not any(_OF_BRANDS.search(one) for one in words)
