"""What a sentence says is not so: a deal denied, a sponsor lacked or left, an agreement of another sort."""

import re

from enrich.claims.passages import DESIGNATION, GRANT

# "⟨Acme⟩ is not one of the sponsors", "never puts its name"
IS_NONE = (
    r"\b(?:is|are|was|were)(?:\snot|n['’]t)\s(?:one\sof\s)?(?:an?\s|the\s|its\s|their\s|among\s)?"
    rf"(?:[\w-]+\s){{0,2}}{DESIGNATION}|\bnever\s(?:puts?|see[sn]?)\b"
)
# "the league does not have any contract with ⟨Acme⟩"
_DENIED = re.compile(
    rf"{IS_NONE}|"
    r"\b(?:(?:does|do|did|has|have)\s(?:not|never)|(?:does|do|did|has|have)n['’]t|never)\s(?:have|had|signed?|entered)\s"
    r"(?:into\s)?(?:an?|any|the)\s"
)
_BEFORE = 30
# "⟨Rovers⟩ are unlikely to have a sponsor": none is introduced.
_UNSURE = re.compile(
    r"\b(?:unlikely|unable|yet|failed|struggling|struggled|hoping|hope|keen|looking|want|wants)\sto\b|\bno\slonger\b"
    r"|\b(?:look|search|hunt|wait|ask|appeal)(?:s|ed|ing)?\sfor\b|\b(?:seek|need)(?:s|ed|ing)?\b|\bsought\b"
)
# What firms and people agree on that is no sponsorship.
OF_ANOTHER_SORT = re.compile(
    r"\b(?:tv|television|broadcast(?:ing)?|(?:co-)?production|distribution|streaming|(?<!-)record(?:ing)?|publishing|book|film|movie|"
    r"banking|lending|loan|financing|transfer|playing|employment|research|manufacturing|construction|janitorial|maintenance|"
    r"cleaning|catering|reseller|merger|acquisition|trade|peace|plea|lease|rental|purchase|revenue|carriage|code-?share|"
    r"listing|outsourcing|labou?r)\s(?:rights\s)?(?:deals?|partnerships?|agreements?|contracts?|alliances?|pacts?|relationships?)\b"
    rf"|\bsales\sof\s(?!(?:the\s|its\s|their\s)?(?:{GRANT}|{DESIGNATION}))|\b(?:shirt|kit|jersey|merchandise)\ssales\b"
    r"|\bcontracts?\sto\s(?:re)?(?:build|construct|design|develop|install|furbish|novate|new|pair|place|fit|clean|maintain|operate|manage|run|demolish|upgrade)\b"
)
# "is likely to begin without a sponsor for ⟨the Cup⟩", "are hunting for a sponsor": who has none is none.
_LACKS = re.compile(
    r"\b(?:without|lack(?:s|ed|ing)?|no|(?:hunt|search|look|ask|call|wait|hop)(?:s|ed|ing)?\sfor|in\sneed\sof|(?:seek|court|need|want)(?:s|ed|ing)?|lost|los(?:e|es|ing))"
    r"\s(?:(?:an?|the|its|their|any|another|new|more)\s){0,3}$"
)
# "⟨Ode⟩ has left ⟨Acme⟩ to become ambassador for ⟨Bolt⟩": who is left becomes nothing.
_LEFT = re.compile(
    r"\b(?:left|leaves?|leaving|quits?|ditch(?:ed|es)|drop(?:ped|s)|departed|(?:split|part(?:ed|s)(?:\s(?:ways|company))?)\s(?:from|with))\s"
    r"(?:the\s)?$"
)
# "⟨Rovers⟩ have signed ⟨five sponsors⟩ for ⟨the League⟩": who signs some has them, and becomes none.
_TAKES_ON = re.compile(rf"\bsign(?:s|ed|ing)?\s(?:(?!(?:as|with|to|by)\b)[\w-]+\s){{0,2}}{DESIGNATION}")


def is_denied(text: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` of a passage, or those right before them, deny what they tell."""
    return _DENIED.search(text, max(0, start - _BEFORE), end) is not None


def is_unsure(text: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` only hope for a sponsor."""
    return _UNSURE.search(text, start, end) is not None


def lacks(text: str, start: int, at: int) -> bool:
    """Whether who stands at `start` lacks the sponsor that is spoken of at `at`, or is left by one."""
    return _LACKS.search(text, start, at) is not None or _LEFT.search(text, 0, start) is not None


def takes_on(text: str) -> bool:
    """Whether sponsors that the words speak of are signed by somebody: his they are, and he is none."""
    return _TAKES_ON.search(text) is not None
