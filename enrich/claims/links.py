"""Which entity sponsors which, as the grammar around a cue has it: one link for each sentence that says so."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from enrich.claims.parties import Fitness
from enrich.claims.passages import DESIGNATION as D
from enrich.claims.passages import ENTITY as E
from enrich.claims.passages import NAMING as N
from enrich.claims.passages import Passage
from records.record import Role


@dataclass(frozen=True)
class Link:
    """Words that tie a sponsor to a holder, either of them perhaps unnamed there; `strength` 0 to 1.

    `start` to `end` is the stretch of the passage's `text` that was matched. `cue` names the pattern.
    """

    passage: Passage
    start: int
    end: int
    sponsor: int | None
    holder: int | None
    strength: float
    cue: str


# A word that is no sign, a few of them, a list of entities, and what may stand between a subject and its verb.
W = r"(?:[\w'’&“”\"‘+./$£€%-]+\s)"
LW = r"(?:(?!(?:and|but|while|who|which|said|says|after|before|as|with|for|by)\s)[a-z0-9£$€'’“”\"‘-][\w'’&“”\"+./£$€-]*,?\s)"
A = r"(?:(?:the|a|an|its|their|his|her|our)\s)?"
L = rf"{E}(?:(?:,\s(?:and\s|as\swell\sas\s)?|\s(?:and|&|as\swell\sas)\s|\s?/\s?){A}(?:{LW}{{0,3}}?){E}){{0,20}}"
ASIDE = rf"(?:\s?\([^()]{{0,60}}\))?(?:,\s[^;:]{{1,160}}?,|\s[–—-]{{1,2}}\s[^;:]{{1,120}}?\s[–—-]{{1,2}})?"
POSS = r"(?:['’]s?)"
OF = r"(?:of|for|to|at|with|in|on)"
NP = rf"(?:{A}{LW}{{0,7}}?)"  # what may stand before a name in its noun phrase: "the Danish second-tier club"

RELATION = (
    rf"(?:{D}\s?)?(?:{LW}{{0,5}}?)(?:deal|deals|partnership|partneship|partnerships|agreement|contract|sponsorship|sponsorships|pact|"
    r"tie-up|tie\sup|collaboration|alliance|association|arrangement|relationship|backing|support|link-up|links|ties|"
    r"licen[cs]e|naming\srights)"
)
AUX = r"(?:has|have|had|will|would|is|are|was|were|be|been|to|today|also|now|recently|officially|formally|proudly|yesterday|again|once)\s"
MAKE = (
    r"(?:announc|sign|agre|inked?|ink|strik|struck|seal|secur|unveil|launch|reveal|confirm|enter|form|forg|land|clinch|conclud|complet|"
    r"extend|renew|expand|continu|exten|end|terminat|cut|sever|cancel|scrap|axe|halt|paus|suspend|scor|reach|finalis|finaliz|penn|"
    r"put\spen\sto|celebrat|establish|deepen|strengthen|broaden|build|advanc|prolong|re-sign|resign|tout|begin|beg[au]n|start|kick)\w{0,6}"
)
NAME = (
    r"(?:nam|announc|appoint|unveil|confirm|welcom|sign|reveal|introduc|land|secur|bring|brought|tap|rop|select|cho[os]|hir|recruit|"
    r"present|add|enlist|list|count|engag|pick|designat|install|retain|keep|kept|re-sign|hail)\w{0,6}"
)
BECOME = (
    r"(?:is|are|was|were|be|being|becomes?|became|becoming|remains?|(?:has|have|had)\sbeen|named|been\s\w+(?:ed)?|"
    r"(?:serv|act|continu|join|return|sign|com|came|step|stay|featur|announc|unveil|confirm|appoint|nam|select|regist|tak|took|"
    r"mov|carr|remain|introduc|reveal|work|award|renew|sit|tapp|chos|list|known|roped|brought|onboard|re-sign|mad)\w{0,6})"
)


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


# name, pattern, strength. Groups: s sponsors, p holders, x and y either way. Designations of ambassadors swap sides.
_PATTERNS: tuple[tuple[str, re.Pattern[str], float], ...] = (
    ("possessed", _pattern(rf"(?P<p>{L}){POSS}\s(?:{LW}{{0,4}}?)(?P<d>{D}),?(?:\s[–—-]{{1,2}})?:?\s(?:{LW}{{0,4}}?)(?P<s>{L})"), 0.9),
    ("compound", _pattern(rf"(?P<p>{E})\s(?P<d>{D}),?(?:\s[–—-]{{1,2}})?:?\s(?:{LW}{{0,3}}?)(?P<s>{L})"), 0.8),
    ("apposed", _pattern(rf"(?P<s>{L})(?:\s\([^()]{{0,40}}\))?,\s(?:which\sis\s|who\sis\s)?{A}(?:{LW}{{0,4}}?)(?P<d>{D})\s{OF}\s{NP}(?P<p>{L})"), 0.9),
    ("apposed", _pattern(rf"(?P<s>{L}),\s(?P<p>{E}){POSS}\s(?:{LW}{{0,3}}?)(?P<d>{D})"), 0.8),
    ("copula", _pattern(rf"(?P<s>{L}){ASIDE}\s(?:{W}{{0,7}}?){BECOME}\s(?:{W}{{0,6}}?)(?P<d>{D})(?:\s(?:and|&)\s(?:{W}{{0,3}}?){D})?(?:\s{D})?\s{OF}\s{NP}(?P<p>{L})"), 0.95),
    ("copula", _pattern(rf"(?P<s>{L}){ASIDE}\s(?:{W}{{0,6}}?){BECOME}\s(?:{W}{{0,4}}?)(?P<p>{E}){POSS}\s(?:{LW}{{0,4}}?)(?P<d>{D})"), 0.95),
    ("joined", _pattern(rf"(?P<s>{L}){ASIDE}\s(?:{W}{{0,4}}?)(?:joins?|joined|joining|returns?\sto|returned\sto|returning\sto|backs?|signs?\sup\s(?:to|with)|supports?|comes?\sback\sto)\s{NP}(?P<p>{E}){POSS}?\s(?:[^;.{E[1:-1]}]{{0,60}}?)\bas\s(?:{W}{{0,4}}?)(?P<d>{D})"), 0.85),
    ("named", _pattern(rf"(?P<p>{L}){ASIDE}\s(?:{W}{{0,6}}?){NAME}\s(?:{W}{{0,7}}?)(?P<s>{L}){ASIDE}\s(?:{W}{{0,3}}?)(?:as|to\sbe|to\sbecome)\s(?:{W}{{0,5}}?)(?P<d>{D})"), 0.95),
    ("made", _pattern(rf"\b(?:mak(?:e|es|ing)|made|sees?|saw|named|naming)\s(?:{LW}{{0,3}}?)(?P<s>{E})\s(?:become\s|becoming\s|as\s)?(?:{W}{{0,3}}?)(?P<d>{D})\s{OF}\s{NP}(?P<p>{L})"), 0.9),
    ("made", _pattern(rf"\b(?:mak(?:e|es|ing)|made|sees?|saw|named|naming)\s(?:{LW}{{0,3}}?)(?P<s>{E})\s(?:become\s|becoming\s|as\s)?(?P<p>{E}){POSS}\s(?:{W}{{0,3}}?)(?P<d>{D})"), 0.9),
    ("has", _pattern(rf"(?P<p>{E})\s(?:also\s|already\s)?(?:has|have|had|boasts?|counts?)\s(?:{LW}{{0,3}}?)(?P<s>{L})\s(?:as|among)\s(?:{W}{{0,3}}?)(?P<d>{D})"), 0.8),
    ("sponsors", _pattern(rf"(?P<s>{L}){ASIDE}\s(?:{W}{{0,6}}?)(?:sponsor|sponsors|sponsored|sponsoring)\s{NP}(?P<p>{L})"), 0.9),
    ("sponsored by", _pattern(rf"(?P<p>{L}){ASIDE}\s(?:{W}{{0,6}}?)(?:sponsored|presented|powered|backed|bankrolled|funded)\s(?:{LW}{{0,2}}?)by\s{NP}(?P<s>{L})"), 0.8),
    ("sponsorship of", _pattern(rf"(?P<s>{L})(?:{POSS}|\s(?:{W}{{0,8}}?)(?:its|their|his|her|the|a|an))\s(?:{LW}{{0,4}}?)(?:sponsorship|backing|support|endorsement|{D})\s(?:{LW}{{0,2}}?)(?:of|for|from)\s{NP}(?P<p>{L})"), 0.85),
    ("logo on", _pattern(rf"(?P<s>{E}){POSS}?\s(?:{LW}{{0,2}}?)(?:logo|name|brand|branding|emblem)\s(?:{W}{{0,8}}?)(?:on|across)\s(?:{W}{{0,6}}?)(?P<p>{E})"), 0.7),
    ("wears", _pattern(rf"(?P<p>{E}){POSS}?\s(?:{W}{{0,6}}?)(?:wear|wears|wearing|carry|carries|bear|bears|sport|sports|feature|features|display|don)\s(?:{LW}{{0,3}}?)(?P<s>{E}){POSS}?\s(?:{LW}{{0,1}}?)(?:logo|name|brand|branding|on\s(?:the|their|its)\s(?:front|shirts?|sleeves?|kits?|jerseys?|back))"), 0.75),
    ("wears", _pattern(rf"(?P<s>{E})\s(?:will\s|to\s|is\sto\s|set\sto\s)?(?:appear|feature|be\s(?:displayed|emblazoned|featured|seen))\s(?:{W}{{0,5}}?)(?:on|across)\s(?:{W}{{0,6}}?)(?P<p>{E}){POSS}?\s(?:{LW}{{0,4}}?)(?:shirts?|kits?|jerseys?|sleeves?|uniforms?|cars?|livery|helmets?)"), 0.75),
    ("rights to", _pattern(rf"(?P<s>{L}){ASIDE}\s(?:{W}{{0,14}}?)(?:{N}|right\sto\sname|rights\sto\sname|rename)\s(?:deal\s|agreement\s)?(?:(?:of|for|to|at|on)\s)?{NP}(?P<p>{L})"), 0.8),
    ("put name", _pattern(rf"(?P<s>{L}){ASIDE}\s(?:{W}{{0,16}}?)(?:put|place|add|give|lend)\w{{0,3}}\s(?:its|their)\sname\s(?:to|on)\s(?:{W}{{0,6}}?)(?P<p>{L})"), 0.8),
    ("between", _pattern(rf"{RELATION}\s(?:signed\s|reached\s|agreed\s)?between\s{NP}(?P<x>{E})\sand\s{NP}(?P<y>{E})"), 0.85),
    ("both", _pattern(rf"(?P<x>{E}){ASIDE}\s(?:and|&)\s{NP}(?P<y>{E}){ASIDE}\s(?:{W}{{0,6}}?){MAKE}\s(?:{W}{{0,3}}?){RELATION}"), 0.85),
    ("both", _pattern(rf"(?P<x>{E}){ASIDE}\s(?:and|&)\s{NP}(?P<y>{E}){ASIDE}\s(?:{W}{{0,4}}?)(?:partner|team\sup|join\sforces|part\sways|part\scompany|split|announce\s(?:{W}{{0,5}}?){D}|unveil\s(?:{W}{{0,5}}?){D})"), 0.85),
    ("made with", _pattern(rf"(?P<x>{L}){ASIDE}\s(?:{W}{{0,9}}?){MAKE}\s(?:{W}{{0,4}}?){RELATION}\s(?:[^;.{E[1:-1]}]{{0,70}}?)(?:with|alongside|and)\s{NP}(?P<y>{L})"), 0.85),
    ("made with", _pattern(rf"(?P<x>{L}){ASIDE}\s(?:{W}{{0,9}}?){MAKE}\s(?:{W}{{0,4}}?){D}\s(?:{LW}{{0,3}}?)(?:with|of|for)\s{NP}(?P<y>{L})"), 0.85),
    ("made of", _pattern(rf"(?P<s>{L}){ASIDE}\s(?:{W}{{0,9}}?){MAKE}\s(?:{W}{{0,4}}?){RELATION}\s(?:of|for|to)\s{NP}(?P<p>{L})"), 0.8),
    ("owned", _pattern(rf"(?P<x>{E}){POSS}\s(?:{W}{{0,3}}?){RELATION}\s(?:{LW}{{0,4}}?)with\s{NP}(?P<y>{L})"), 0.8),
    ("owned", _pattern(rf"(?P<x>{E}){POSS}\s(?P<y>{E})\s(?:{LW}{{0,2}}?)(?:deal|partnership|sponsorship|contract|agreement)"), 0.6),
    ("with", _pattern(rf"(?P<x>{L})\s(?:{W}{{0,10}}?){RELATION}\s(?:{LW}{{0,3}}?)with\s{NP}(?P<y>{L})"), 0.6),
    ("partnered", _pattern(rf"(?P<x>{L}){ASIDE}\s(?:{W}{{0,8}}?)(?:partner(?:s|ed|ing)?(?:\sup)?|team(?:s|ed|ing)?\sup|link(?:s|ed|ing)?\sup|join(?:s|ed|ing)?\sforces|align\w*|work(?:s|ed|ing))\swith\s{NP}(?P<y>{L})"), 0.75),
    ("parted", _pattern(rf"(?P<x>{L}){ASIDE}\s(?:{W}{{0,8}}?)(?:cut(?:s|ting)?\s(?:all\s)?(?:{LW}{{0,2}})?ties\swith|sever(?:s|ed|ing)?\s(?:{W}{{0,3}}?)(?:ties|links|relationship|relations)\swith|part(?:s|ed|ing)?\s(?:ways|company)\swith|split(?:s|ting)?\s(?:from|with)|walk(?:s|ed|ing)?\saway\sfrom|pull(?:s|ed|ing)?\sout\sof|withdr\w+\s(?:{W}{{0,5}}?)(?:from|of)|distanc\w+\s(?:{W}{{0,2}}?)from)\s{NP}(?P<y>{L})"), 0.85),
    ("dropped", _pattern(rf"(?P<s>{E}){ASIDE}\s(?:{W}{{0,4}}?)(?:drops|dropped|dropping|drop|ditch\w*|dump\w*|sack\w*|abandon\w*|suspend\w*|desert\w*)\s(?:{LW}{{0,5}}?)(?P<p>{E})"), 0.7),
    ("lost", _pattern(rf"(?P<p>{E}){ASIDE}\s(?:{W}{{0,4}}?)(?:lose|loses|lost|losing)\s(?:{W}{{0,3}}?)(?:{D}\s(?:{LW}{{0,2}}?))(?P<s>{L})"), 0.85),
    ("given", _pattern(rf"(?P<s>{L}){ASIDE}\s(?:{W}{{0,4}}?)(?:supply|supplies|supplied|outfit|outfits|dress|kit\sout)\s(?:{LW}{{0,3}}?)(?P<p>{E})"), 0.35),
    ("supports", _pattern(rf"(?P<s>{L}){ASIDE}\s(?:{W}{{0,6}}?)(?:support|supports|supporting|supported|back|backs|backing|fund|funds|funding)\s{NP}(?P<p>{L})"), 0.4),
    # One side only; the other is whom the article is about.
    ("unnamed holder", _pattern(rf"(?P<d>{D}),?(?:\s[–—-]{{1,2}})?:?\s(?:(?:like|such\sas|including)\s)?(?:{LW}{{0,2}}?)(?P<s>{L})"), 0.5),
    ("unnamed holder", _pattern(rf"(?P<s>{L}){ASIDE}\s(?:{W}{{0,5}}?){BECOME}\s(?:{W}{{0,5}}?)(?P<d>{D})"), 0.5),
    ("unnamed holder", _pattern(rf"(?P<s>{L}),\s(?:{LW}{{0,4}}?)(?P<d>{D})"), 0.45),
    ("unnamed sponsor", _pattern(rf"(?P<d>{D})\s(?:of|for)\s{NP}(?P<p>{L})"), 0.45),
    ("unnamed sponsor", _pattern(rf"{RELATION}\s(?:{LW}{{0,2}}?)(?:with|of)\s{NP}(?P<y>{L})"), 0.35),
    ("replaces", _pattern(rf"(?P<s>{E}){ASIDE}\s(?:{W}{{0,4}}?)(?:replac|succeed|tak(?:e|es|ing)\sover\sfrom|took\sover\sfrom)\w{{0,4}}\s{NP}(?P<z>{E})"), 0.7),
)  # fmt: skip
# A sentence without any of these says nothing about a sponsorship.
_CUE = re.compile(
    rf"{D}|sponsor|partner|deal|agreement|contract|pact|tie-up|collaborat|alliance|ambassador|endors|naming|logo|"
    r"\bshirts?\b|\bkits?\b|jersey|rights|backing|backed|presented\sby|powered\sby|drop|ditch|\bties\b|support|renamed|rebrand|"
    r"part(?:s|ed|ing)?\s(?:ways|company)|withdr|walk(?:s|ed)?\saway|pull(?:s|ed|ing)?\sout|relationship|association|funded",
    re.IGNORECASE,
)


def find_links(passage: Passage, fit: Callable[[int], Fitness]) -> Iterator[Link]:
    """Yield the links a passage states, the surest reading of each pattern's words."""
    if not passage.mentions or not _CUE.search(passage.text):
        return
    for cue, pattern, strength in _PATTERNS:
        at = 0
        while found := pattern.search(passage.text, at):
            yield from _links(passage, found, cue, strength, fit)
            at = found.start() + 1


def _links(
    passage: Passage, found: re.Match[str], cue: str, strength: float, fit: Callable[[int], Fitness]
) -> Iterator[Link]:
    groups = {name: passage.entities(words) for name, words in found.groupdict().items() if words and name != "d"}
    sponsors, holders = groups.get("s", []), groups.get("p", [])
    if "d" in found.groupdict() and found["d"] and passage.designation(found["d"]).role is Role.AMBASSADOR:
        sponsors, holders = holders, sponsors
        cue = {"unnamed holder": "unnamed sponsor", "unnamed sponsor": "unnamed holder"}.get(cue, cue)
    if "y" in groups:
        sponsors, holders, surer = _sides(groups.get("x", []), groups["y"], fit)
        strength *= surer
    link = Link(passage, found.start(), found.end(), None, None, strength, cue)
    for sponsor in sponsors or [None]:
        for holder in holders or [None]:
            if sponsor != holder:
                yield replace(link, sponsor=sponsor, holder=holder)


def _sides(
    left: list[int], right: list[int], fit: Callable[[int], Fitness]
) -> tuple[list[int], list[int], float]:
    """Return which of two groups sponsors and which is sponsored, by what their members are; and how sure."""

    def mean(group: list[int], side: str) -> float:
        return sum(getattr(fit(one), side) for one in group) / len(group) if group else 0.3

    forward = mean(left, "sponsor") * mean(right, "holder")
    backward = mean(right, "sponsor") * mean(left, "holder")
    return (left, right, 1.0) if forward >= backward else (right, left, 1.0)
