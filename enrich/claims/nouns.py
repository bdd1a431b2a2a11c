"""What a noun beside a fact is: a deal, a firm or a club, a time, whoever pays."""

import re
from typing import Any

from enrich.claims import patterns

DEAL = re.compile(
    r"(?:deal|agreement|contract|partnership|sponsorship|pact|tie-up|extension|renewal|collaboration|package|arrangement|"
    r"alliance|commitment|relationship|backing|fee|sum|rights|association|accord|term|offer|bid|endorsement|support|"
    r"option|licen[cs]e|payment|contribution|investment|gift|link-up|terms?|value|amount|figure|outlay|cheque|check|duration|length|tenure|co-?operation)s?$",
    re.IGNORECASE,
)
_TIE_UP = re.compile(r"(?:tie|link|hook)-ups?$", re.IGNORECASE)
_TIMES = re.compile(
    r"(?:season|campaign|year|month|summer|winter|week|day|match|game|final|edition|finals|race|conference)s?$",
    re.IGNORECASE,
)
_FIRM = re.compile(rf"(?:{patterns.parts('parties')['FIRM']})$", re.IGNORECASE)
_WHO = re.compile(
    rf"(?:{patterns.parts('parties')['FIRM']}|{patterns.parts('parties')['CLUB']}|sport|broadcaster|channel|network|designer)s?$",
    re.IGNORECASE,
)
_RIVALS = re.compile(
    r"(?:rival|competitor|neighbour|neighbor|owner|parent|predecessor|successor|founder|heir|shareholder|investor)s?$",
    re.IGNORECASE,
)
# Who gives money and is no sponsor, though it is the one that the text speaks of.
_PUBLIC = re.compile(
    r"(?:government|council|state|city|county|lottery|ministry|foundation|charity|trust|winner|champion|runner-up|victor|player|horse|artist|author|league|federation|governing|union|board|club|"
    r"team|deal|agreement|contract|money|sum|cash|fee|partnership|sponsorship)$",
    re.IGNORECASE,
)


def is_deal(token: Any) -> bool:
    """Whether a token is a common noun for a deal, and no part of a name ("Acme Investments")."""
    if token.tag_ in ("NN", "NNS") and DEAL.match(token.text):
        return True
    # "tie-up" is three tokens to the parser, the last of them the head
    return token.i >= 2 and bool(_TIE_UP.match(token.nbor(-2).text + token.nbor(-1).text + token.text))


def is_new_one(token: Any) -> bool:
    """Whether a token is that of "the new one"."""
    return token.text.lower() == "one" and any(child.text.lower() == "new" for child in token.children)


def is_a_time(token: Any) -> bool:
    """Whether a noun is one of time: "the season", "the campaign"."""
    return bool(_TIMES.match(token.text))


def is_a_body(token: Any) -> bool:
    """Whether a noun is a firm or a club: "the company", "the team", "the business"."""
    return bool(_WHO.match(token.text))


def is_a_firm(token: Any) -> bool:
    """Whether a noun is a firm and no club: "the company", "the airline"."""
    return bool(_FIRM.match(token.text))


def is_a_rival(token: Any) -> bool:
    """Whether a noun is somebody by what he is to another: "the rivals", "its owner"."""
    return bool(_RIVALS.match(token.text))


def is_the_payer(token: Any) -> bool:
    """Whether a subject is a firm spoken of as known by whatever it is: "the utility", "the housebuilder"."""
    known = token.tag_ == "NN" and any(child.text.lower() == "the" for child in token.children)
    return known and not (_PUBLIC.match(token.text) or is_a_time(token) or is_deal(token))


def is_its_name(token: Any) -> bool:
    """Whether a noun is what is seen of a sponsor spoken of as known: "its name", "the bank's logo"."""
    seen = token.text.lower() in ("name", "logo", "logos", "branding", "colours", "colors", "livery")
    return seen and any(child.dep_ == "poss" for child in token.children)


_LEAGUE = re.compile(
    r"(?:League|Serie|Liga|Ligue|Division|Championship|Premiership|Bundesliga|Eredivisie|Superliga|MLS|NBA|NHL|NFL|WSL)$"
)


def is_by_its_league(token: Any) -> bool:
    """Whether a subject is a club told by the league it plays in: "The Premier League club"."""
    if token.tag_ != "NN" or not is_a_body(token):
        return False
    words = [below.text for below in token.subtree if below.i <= token.i]
    return "The" in words and any(_LEAGUE.match(word) for word in words)


_OWNER = re.compile(r"\b(?:Authority|Trust|Council|County|City|Board|Commission|District)\b")


def owns_things(name: str) -> bool:
    """Whether a name is that of one who owns arenas or runs events, and sponsors none."""
    return bool(_OWNER.search(name))
