"""Is this article sponsorship news, 0 to 1; cheap enough to run on everything.

The words of sponsoring are counted, not understood: strong ones ("naming rights", "title sponsor") make an article
relevant by themselves, weak ones ("partnership", "ambassador") only in number. Politics' sponsors of bills, visas
and terror do not count. The gate is set where real sponsorship news never falls (`pipeline.GATE`).
"""

import math
import re

from enrich.findings import Found
from enrich.text import Text

NEEDS: tuple[str, ...] = ()
VERSION = 2

# Evidence at which relevance reaches two thirds: about three sponsors, or one naming right in the title.
SCALE = 3.0
# Words of the title count so many times as those of the body; and of the body only its first so many characters.
TITLE, BODY = 2.0, 20_000

_OTHER = re.compile(
    "|".join(
        (
            r"(?:state|government|church|school|cia|us|kremlin|iran\w*)[- ]sponsored",
            r"sponsor(?:ed|s|ing|ship)?(?: of)?(?: (?:the|a|an|his|her|this))?(?: \w+)? (?:bill|legislation"
            r"|terror\w*|visas?|amendment|resolution|act|violence|child|children|refugees?|immigra\w+)\b",
            r"bills?['’]s? (?:co-?)?sponsors?|co-?sponsor\w*|visa sponsor\w*|sponsored (?:content|links?|post)",
        )
    )
)
# What is sponsored and how high, what a partner is called, and the things that carry a sponsor's name.
_LEVEL = (
    r"title|shirt|jersey|kit|main|principal|presenting|official|headline|lead|stadium|team|club|event|tour|series"
    r"|corporate|major|platinum|gold|founding|sleeve|front-of-shirt"
)
_OFFICE = (
    r"worldwide|global|official|exclusive|presenting|commercial|founding|preferred|regional|premier|principal|title"
    r"|proud|strategic|community"
)
_PARTNER = r"partners?(?:hips?)?|suppliers?|outfitters?|provider|ambassadors?|airline|bank|beer|car|timekeeper"
_STRONG = "|".join(
    (
        r"naming[- ]rights|endorsement (?:deal|contract|agreement)s?|jersey patch|brand ambassadors?",
        rf"(?:{_LEVEL}) (?:sponsors?(?:hips?)?|backers?)|sponsorship (?:deal|agreement|contract|rights|package)s?",
        rf"(?:{_OFFICE})(?: [\w&'’-]+){{0,4}}? (?:{_PARTNER})",
        r"(?:kit|shirt|jersey|apparel|sponsor|patch|ball) (?:deal|supplier|contract|partner)s?",
        r"multi-?year (?:partnership|deal|agreement|extension)",
        r"(?:logo|name|branding|wording) (?:[\w'’-]+ ){0,8}?(?:shirts?|jerseys?|cars?|kits?|sleeves?|boards?)",
    )
)
_PLAIN = (
    r"sponsor(?:s|ed|ing|ships?|['’]s)?|(?:presented|powered) by"
    r"|(?:agree[ds]?|continues?|continued) to (?:back|support)"
    r"|(?:sign|extend|renew|announc|agree|unveil|str[iu]ck|enter)\w* (?:[\w'’-]+ ){0,4}?partnerships?"
    r"|back(?:ed|ing|s) the (?:club|team|gallery|museum|festival|event|side|tournament|race|orchestra|show|prize)"
)
_WEAK = (
    r"partner(?:s|ed|ing|ships?)?|tie-?ups?|endorse[sd]?|endorse?ments?|endorsing|ambassadors?|marketing|brands?|branding"
    r"|rebrand(?:ed|ing)?|renam(?:e|ed|ing)|logos?|multi-?year|official|backers?|bankroll(?:ed|s)?|commercial|activations?"
    r"|hospitality|broadcast rights|rights[- ]holders?|collaborat\w+|title rights"
    r"|ad campaigns?|advert\w*|face of"
)
_CUES = re.compile(rf"\b(?:(?P<strong>{_STRONG})|(?P<plain>{_PLAIN})|(?P<weak>{_WEAK}))\b")
_WEIGHT = {"strong": 1.6, "plain": 0.8, "weak": 0.15}


def find(text: Text, found: Found) -> list[float]:
    """Return one number: how much the words of the text are those of sponsorship news."""
    evidence = _evidence(text.body[:BODY]) + TITLE * _evidence(text.title or "")
    return [round(1 - math.exp(-evidence / SCALE), 3)]


def _evidence(words: str) -> float:
    low = words.casefold()
    if "sponsor" in low:
        low = _OTHER.sub(" ", low)
    return sum(_WEIGHT[cue.lastgroup or "weak"] for cue in _CUES.finditer(low))
