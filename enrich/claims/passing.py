"""Whether the article only mentions a deal: its sentences say what is, and the headline speaks of something else.

"Acme, which sponsors Rovers, will cut 600 jobs", "Ode, the face of Acme", "the Ode Cup, presented by Acme": a
relative clause, an apposition or a participle tells the reader who somebody is. So does a plain "is the sponsor of"
below a headline on another matter. What is signed, extended, ended or talked about is told by a verb that says so.
"""

import re
from collections.abc import Sequence

from enrich.claims import news
from enrich.claims.evidence import Pair
from enrich.claims.links import BESIDE, FELLOW, PREDECESSOR, SPONSORED_BY, UNNAMED_HOLDER, UNNAMED_SPONSOR, Link
from enrich.claims.passages import DESIGNATION as D
from enrich.claims.passages import GRANT, Passage
from enrich.claims.paths import PATH

# The cues of links whose words are a noun with what describes it, and of those that state what somebody does or is.
_NOUNS = ("apposed", "possessed", "compound")
_DOING = ("sponsors", "supports")
_BEING = ("face of", "wears", "roster")
_NEW = re.compile(r"\bnew(?:est)?\b", re.IGNORECASE)
# "which has long sponsored", "who is an ambassador"
_WHO = re.compile(
    r"\b(?:which|who|that)\s(?:(?:has|have|had|is|are|was|were|been|also|already|now|long|\w+ly)\s){0,4}"
    rf"(?:sponsor|back|support|wear|endors|bears?|carr|(?<!that\s)(?:an?|the)\s|{D}|one\sof)",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"\bthank(?:s|ed|ing|ful)?\b(?!\sto\s(?:an?|the|its|their|new)\s)|\b(?:grateful|gratitude)\b", re.IGNORECASE
)
_PASSIVE = r"(?:\w+\s){0,2}(?:sponsored|presented|powered|backed|bankrolled|funded|underwritten)\b"
_IS_BACKED = re.compile(rf"\b(?:is|are|was|were|be|been|being)\s{_PASSIVE}", re.IGNORECASE)
_WILL_BE_BACKED = re.compile(rf"\b(?:will|to|has|have|had)\s(?:\w+\s)?(?:be|been)\s{_PASSIVE}", re.IGNORECASE)
# Verbs, and what stands for them, that tell of something done, begun, ended or to come.
_HAPPENS = re.compile(
    r"\b(?:announc|unveil|sign|agre|becom|became|extend|renew|join|named?\b|names\b|naming\b|appoint|launch|enter|secur|land|str[iu]ck|strik|ink|"
    r"seal|confirm|reveal|replac|end(?:s|ed|ing)?\b|terminat|drop|quit|withdr|pull|part(?:s|ed)\s(?:ways|company)|welcom|select|chosen|pick|tapp|"
    r"return|continu|will\b|to\sbe(?:come)?\b|new\b|not\b|los[et]|sold|bought|won\b|talks|negotiat|rop(?:ed|es)\b|teams?\sup|teamed|partnered|"
    r"step|c[ao]me|injected|pledg|thrown|weight)",
    re.IGNORECASE,
)
_DOES = re.compile(r"\b(?:sponsor(?:s|ed)?|support(?:s|ed)?|back(?:s|ed)?|fund(?:s|ed)?)\b", re.IGNORECASE)
_ABOUT_TO = re.compile(r"\b(?:to|will|would|is|are|be|not|never|longer|today|\w+ing)\s(?:\w+\s)?$", re.IGNORECASE)
_IS = re.compile(
    r"\b(?:is|are|was|were|remain(?:s|ed)?|serve[sd]?|act(?:s|ed)?|(?:has|have|had)\s(?:\w+\s)?(?:been|served|acted))\s"
    r"(?!(?:\w+\s)?(?:being|giving|set\b|due\b|back\b|to\s|about|proud|pleased|delighted|excited|thrilled|in\stalks))",
    re.IGNORECASE,
)
_ANY_VERB = re.compile(rf"\b[a-z]+(?:ed|ing|es|s)\b|{GRANT}", re.IGNORECASE)
_SHORT = 60  # characters that a noun with its designation has at most


def is_in_passing(pair: Pair, passages: Sequence[Passage]) -> bool:
    """Whether all that ties the pair only says what is, below a headline or first sentence on something else."""
    first = passages[0]
    if any(link.passage is first or link.cue == BESIDE for link in pair.links) or news.is_headed(passages):
        return False
    if {pair.sponsor, pair.holder} <= {mention.entity for mention in first.mentions}:
        return False
    stated = [link for link in pair.links if link.cue != PATH]
    return bool(stated) and all(map(_only_is, stated))


def _only_is(link: Link) -> bool:
    """Whether the words of a link say how things are or describe somebody, and tell nothing that happens."""
    text, words = link.passage.text, link.passage.text[link.start : link.end]
    if link.cue in (PREDECESSOR, FELLOW):
        return True
    if (link.cue in _NOUNS and not _NEW.search(words)) or _WHO.search(words):
        return True
    if _THANKS.search(text, max(0, link.start - _SHORT), link.end):
        return True
    if link.cue == SPONSORED_BY and (_IS_BACKED.search(words) or not _HAPPENS.search(words)):
        return not _WILL_BE_BACKED.search(words)
    if _HAPPENS.search(words):
        return False
    if link.cue in _DOING:
        does = _DOES.search(words)
        return does is not None and not _ABOUT_TO.search(words, 0, does.start())
    if link.cue in _BEING or _IS.search(words):
        return True
    noun = link.cue in (UNNAMED_HOLDER, UNNAMED_SPONSOR) and len(words) < _SHORT
    return noun and not _ANY_VERB.search(words)
