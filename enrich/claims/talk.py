"""Whether a sentence has any word that sentences about sponsorship have, asked before anything dearer is."""

import re

from enrich.claims import patterns
from enrich.claims.passages import DESIGNATION, ENTITY, GRANT, Passage

# For words in small letters. A sentence without any of these says nothing about a sponsorship.
_CUE = re.compile(
    rf"{DESIGNATION}|{GRANT}|sponsor|partner|deal|(?:celebrity|brand|national|product)\sspokes|agreement|contract|pact|tie-up|collaborat|alliance|ambassador|endors|naming|logo|"
    r"\bshirts?\b|\bkits?\b|jersey|\bstrips?\b|sleeve|\bchests?\b|\b(?:front|back)\sof\b|tracksuit|singlet|rights|backing|backed|presented\sby|powered\sby|drop|ditch|\bties\b|support|renamed|rebrand|"
    r"part(?:s|ed|ing)?\s(?:ways|company)|withdr|walk(?:s|ed)?\saway|pull(?:s|ed|ing)?\sout|relationship|association|fund|"
    r"team(?:s|ed|ing)?\sup|join(?:s|ed|ing)?\sforces|roster|stable|talks|negotiat|advert|\bads?\sfor\b|adorn|wear|supplie[sr]|supply|outfit|"
    r"pledge|commitment\sto\s|sever|licen[cs]|\bback(?:s|ing)?\b|\bname\s(?:to|on|of)\b|\bfaces?\b|link(?:s|ed|ing)?[\s-]up|weight\sbehind|on\s?board|"
    r"made\spossible|co-?operat|followed\ssuit|\bst(?:ands?|ood)\sby\b|\bfaith\swith\b|\bstep(?:s|ped|ping)?\sin\b|\bsign(?:s|ed|ing)?\b|equipment|apparel|rac(?:k|qu)et|underwrit|bankroll|"
    r"livery|colou?rs|\blogo|\bquits?\b|\bexits?\b|kitted|named\safter|on\sthe\s(?:hood|bonnet)\b|will\s(?:ride|race)\sfor\b|replac|known\sas|be\scalled|to\scall\s(?:its|their)|what\swas|(?:stadium|arena|ground|park)\s(?:is\s)?(?:to|will)\s|(?:race|event|tournament|festival)\swill\s(?:now\s)?be\b|\bleaving\b|new\sname|present\s(?:the|its|this)|(?:level|tier)\b|dress\sin|badge|hands\b|renew|pa(?:y|ys|ying|id)\s[^.;]{0,30}\d|donat|\bg[ai]ven?\s[^.;]{0,20}[£$€₹]|athletes?\b|staff\splayer|join(?:s|ed|ing)?\s[^.;]{0,30}(?:team|family)|inject|(?:money|cash)\sfrom\s|branding|emblem|\brop(?:e|es|ed|ing)\sin\b|patron\s|\bfront(?:s|ed|ing)?\s(?:the|its|a)\b|\b(?:gets?|getting|got|is|are|stands?)\s(?:\w+\s)?behind\b|\bto\s(?:front|promote|endorse|represent)\s(?:its|their|the\sbrand)\b|brought\sto\syou|be\s(?:rid|rac|ski|skat|surf|climb)ing\sfor\b|presented\s(?:this|again|once)\b|banner\b|into\sthe\s[^\s]+\s(?:family|fold|stable|roster)\b|place\son\sthe\b|engine\scovers|clothed|paid\sfor\sby|as\s(?:its|their)\s(?:\w+\s)?spokes|\bvows\b|under\sthe\s(?:name|banner|title)\sof|named\sfor\b|foot\sthe\sbill|\buniforms\b|helmets\sof\b|"
    rf"\bleaves\s{ENTITY}|{ENTITY}\s(?:skis|rac(?:k|qu)ets?|boots|shoes|clubs|irons|bikes|balls|skates|snowboards|helmets)\b|"
    r"\bsnapped\sup\b|(?:own|separate|different)\sways"
)
# The commonest of them, looked for first: to find a run of letters takes a tenth of the time.
_COMMONEST = patterns.sign("sponsor|partner|deal|support|agreement")


def speaks(passage: Passage) -> bool:
    """Whether a passage has any word that sentences about sponsorship have."""
    if passage.designations:
        return True
    text = patterns.small(passage.text)
    return _COMMONEST(text) or patterns.holds(_CUE, text)
