"""What is called after its sponsor: "will be known as the Acme Park"."""

import re

from enrich.claims import families
from enrich.claims.passages import Passage
from enrich.claims.scopes import Scope

_CALLED = re.compile(r"(?:called|known|named|renamed|rebranded|becomes?)$", re.IGNORECASE)
_NAME = re.compile(r"\s(?:as\s|to\s)?(?:the\s)?(?P<name>[A-Z][\w’'&.-]*(?:\s[A-Z\d&][\w’'&.-]*){0,6})")


def is_named_for(sponsor: str, passage: Passage, scope: Scope) -> bool:
    """Whether a sentence says that something is called after the sponsor of that name."""
    own = families.distinctive(sponsor)
    for token in scope.parsed:
        if _CALLED.match(token.text):
            name = _NAME.match(passage.words[scope.parsed.end(token) - scope.start :])
            if name and own and own & families.distinctive(name["name"]):
                return True
    return False
