"""Is this article sponsorship news, 0 to 1; cheap enough to run on everything.

The words of sponsoring are counted, not understood: strong ones ("naming rights", "title sponsor") make an article
relevant by themselves, weak ones ("partnership", "ambassador") only in number, and each counts for more in the
title and in the opening, where news says what it is about. Sponsors of bills, visas, trials and terror do not
count, nor does a bare "sponsor" in an article on such things. The gate is set where real sponsorship news never
falls (`pipeline.GATE`).
"""

import math
import re
from collections import Counter

from enrich.findings import Found
from enrich.text import Text

NEEDS: tuple[str, ...] = ()
VERSION = 7

# Evidence at which relevance reaches two thirds: about three sponsors, or one naming right in the title.
SCALE = 3.0
# What a word counts for in the title, in the opening and in the rest of the body.
TITLE, OPENING, REST = 2.0, 1.5, 0.7
BODY = 20_000  # characters of it that are read
# The opening ends with the first paragraph that ends behind the first number, and at the second at the latest.
OPENING_LEAST, OPENING_MOST = 500, 900
# What is left at least of a bare "sponsor" among other matters: enough to pass the gate.
DOUBTED = 0.25
# Among so many different words of a job advertisement, and then what is left of the evidence.
JOB_WORDS, JOB_LEFT = 3, 0.2

# In small letters. "Sponsor" of a law, a visa, a fighter, a child, a trial, or of what is only an advertisement.
_OTHER = re.compile(
    "|".join(
        (
            r"(?:state|government|church|school|university|union|company|employer|bank|party|taxpayer|cia|us|kremlin"
            r"|iran\w*)[- ]sponsored",
            r"sponsor(?:ed|s|ing|ship)?(?: of)?(?: (?:the|a|an|his|her|this))?(?: \w+)? (?:bill|legislation"
            r"|terror\w*|visas?|amendment|resolution|act|violence|child|children|refugees?|immigra\w+|workers?"
            r"|(?:foreign|overseas|migrant|skilled) \w+)\b",
            r"bills?['’]s? (?:co-?)?sponsors?|co-?sponsor\w*|(?:visa|child|refugee|trial|study) sponsor\w*",
            r"sponsored (?:content|links?|posts?|ads?|stor(?:y|ies)|child|children)",
        )
    )
)
# Words of articles in which a bare "sponsor" is one of those. Visa and Bill are names, so the case matters.
_OTHER_MATTER = re.compile(
    r"\b(?:visas?|[Ii]mmigra\w+|[Mm]igrants?|[Rr]efugees?|asylum|overseas workers?|work permits?|[Ss]enators?"
    r"|lawmakers?|[Ll]egislat\w+|bills?|amendments?|[Cc]ongress(?:man|woman)|[Tt]erroris\w+|[Mm]ilitants?"
    r"|[Mm]ilitias?|placebo|[Cc]linical (?:trial|stud)\w*|[Oo]rphan\w*)\b"
)
_JOB = re.compile(
    r"\b(?:salary|closing date|apply (?:now|by|online)|job description|successful candidate|applicants?"
    r"|full[- ]time|vacanc(?:y|ies)|years['’]? experience|annual leave|responsibilities"
    r"|we are (?:looking for|recruiting|hiring))\b"
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
        r"(?:kit|shirt|jersey|apparel|sponsor|patch|ball|title|naming|sleeve|boot|endorsement)"
        r" (?:deal|supplier|contract|partner)s?",
        r"multi-?year (?:partnership|deal|agreement|extension)",
        r"(?:front|back|sleeves?)[ -]of[ -](?:the |their |its |our )?(?:[\w-]+ )?(?:shirts?|jerseys?|kits?|shorts)",
        r"(?:logos?|names?|branding|wording) (?:[\w'’-]+ ){0,8}?(?:shirts?|jerseys?|cars?|kits?|sleeves?|boards?"
        r"|chests?|bibs?|boats?|bikes?|helmets?|sails?|caps|vests?|singlets?|shorts|strips?|tracksuits?)",
        r"(?:on|across) (?:it|them|the [\w-]+) (?:runs?|goes|sits) the (?:name|logo) of",
        r"(?:have|has|having|puts?|putting|seen?|lends?|given?) (?:its|their) (?:name|logo) (?:on|to|across)",
        r"(?:money|cash|funding) from (?:[\w-]+ ){1,4}?(?:company|firm|maker|brand|brewery?|bank|retailer|chain)",
    )
)
_PLAIN = (
    r"sponsor(?:s|ed|ing|ships?|['’]s)?|(?:presented|powered) by"
    r"|(?:agree[ds]?|continues?|continued) to (?:back|support)"
    r"|(?:sign|extend|renew|announc|agree|unveil|str[iu]ck|enter)\w* (?:[\w'’-]+ ){0,4}?partnerships?"
    r"|new (?:[\w-]+ )?(?:kits?|strips?|shirts|jerseys) (?:thanks to|courtesy of|from|donated|paid for|provided"
    r"|funded|by|bought)"
    r"|(?:donated|bought|funded|pa(?:y|id) for|provided)(?: [\w’'£$€.,-]+){1,6}? (?:kits?|strips?|shirts|jerseys"
    r"|tracksuits|training tops)"
    r"|(?:home|stadium|arena|ballpark|ground|field|cent(?:re|er)) (?:[\w'’-]+ ){0,6}?(?:will|to|is to) be"
    r" (?:called|renamed|known as)"
    r"|back(?:ed|ing|s) the (?:club|team|gallery|museum|festival|event|side|tournament|race|orchestra|show|prize)"
)
_WEAK = (
    r"partner(?:s|ed|ing|ships?)?|tie-?ups?|endorse[sd]?|endorse?ments?|endorsing|ambassadors?|marketing|brands?|branding"
    r"|rebrand(?:ed|ing)?|renam(?:e|ed|ing)|logos?|multi-?year|official|backers?|bankroll(?:ed|s)?|commercial|activations?"
    r"|hospitality|broadcast rights|rights[- ]holders?|collaborat\w+|title rights"
    r"|ad campaigns?|advert\w*|face of"
)
_CUES = re.compile(rf"\b(?:(?P<strong>{_STRONG})|(?P<plain>{_PLAIN})|(?P<weak>{_WEAK}))\b")
_WEIGHT = {"strong": 1.6, "plain": 0.8, "weak": 0.18}


def find(text: Text, found: Found) -> list[float]:
    """Return one number: how much the words of the text are those of sponsorship news."""
    title, body = text.title or "", text.body[:BODY]
    end = body.find("\n\n", OPENING_LEAST, OPENING_MOST)
    end = OPENING_MOST if end < 0 else end
    told = dict.fromkeys(_WEIGHT, 0.0)
    places = ((title, TITLE), (body[:end], OPENING), (body[end:], REST))
    for words, weight in places:
        for kind, number in _cues(words.casefold()).items():
            told[kind] += weight * number
    if told["plain"] and not told["strong"]:
        other = sum(weight * len(_OTHER_MATTER.findall(words)) for words, weight in places)
        told["plain"] = max(DOUBTED * told["plain"], told["plain"] - other)
    evidence = sum(_WEIGHT[kind] * number for kind, number in told.items())
    if evidence and len(set(_JOB.findall(body.casefold()))) >= JOB_WORDS:
        evidence *= JOB_LEFT
    return [round(1 - math.exp(-evidence / SCALE), 3)]


def _cues(low: str) -> Counter[str]:
    """Return how many cues of each kind are in the words, which are in small letters."""
    if "sponsor" in low:
        low = _OTHER.sub(" ", low)
    return Counter(cue.lastgroup or "weak" for cue in _CUES.finditer(low))
