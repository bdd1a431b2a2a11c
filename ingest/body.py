"""What is no part of the article's own words: captions go apart; credits and the page's furniture go off.

Only what is certain is taken: a whole paragraph that can be nothing else. The words of the body stay as
they are.
"""

import re

# A credit inside or after a caption: [Photo/AN], (Image: Agency), Photo by Jane Roe.
CREDIT = re.compile(
    r"\s*[\[(](?:photo|image|picture|pic|file photo|photograph|credit)s?\b[^\])]{0,80}[\])]\s*\|?"
    r"|\s*\b(?:photo|image|picture)(?:graph)?s?(?: credits?| courtesy of)?\s*[:/]\s*[^.|]{2,60}\|?$"
    r"|\s*\b(?:photograph|photo|image|picture)(?:ed)? by [^.|]{2,60}\.?$",
    re.IGNORECASE,
)
MARKED = re.compile(r"(?:photo|image|picture|caption|pictured|in pictures?)\s*(?:caption)?\s*:\s*", re.IGNORECASE)
POINTING = re.compile(
    r"\((?:pictured(?: \w+)?|(?:far |top |bottom |front |back )?(?:left|right|cent(?:er|re)|above|below)"
    r"|[lrc]|(?:second|third) from (?:left|right))\)",
    re.IGNORECASE,
)
# Paragraphs of the page, not of the article.
FURNITURE = re.compile(
    r"(?:advertisement|sponsored content|story continues below.{0,40}|article continues below.{0,40}"
    r"|(?:this )?content (?:is|was) (?:not available|hidden).{0,80}|supported by|skip (?:past|advert).{0,60}"
    r"|continue reading(?: below)?|scroll to continue.{0,30}|loading\.*|share|share (?:this|on|via)\b.{0,60}"
    r"|print|e-?mail|comments?|(?:view|leave a|post a|show) comments?(?: \(\d+\))?|copy link|link copied"
    r"|(?:facebook|twitter|whatsapp|linkedin|pinterest|instagram|copy|email|print|reddit|tumblr|x|[|,/·•\s])+"
    r"|#{2,}|\W{0,3}30\W{0,3}|\W?ends\W?|\(end\)|\*{3,}|[-–—_=~*•·|\s]+"
    r"|(?:read|see|watch|listen)(?: more)?(?: also| next)?\s*[:>»|].{0,200}|(?:read|see) more|more on this story"
    r"|(?:also read|read also|related(?: (?:articles?|stories|topics|links|news|content|coverage))?|recommended"
    r"|more from .{2,40}|more stories|don['’]t miss|you may also like|you might also like|most read"
    r"|trending(?: now)?)\s*(?::.{0,200})?"
    r"|(?:sign up|subscribe)\b.{0,60}\b(?:newsletters?|inbox|alerts|emails?|mailing list|podcast|channel)\b.{0,120}"
    r"|(?:get|receive)\b.{0,60}\b(?:in|to) your inbox\b.{0,80}"
    r"|follow (?:us|.{2,40}) on (?:twitter|facebook|instagram|x|linkedin|whatsapp|youtube|tiktok)\b.{0,80}"
    r"|(?:like|join) us on (?:facebook|whatsapp|instagram|twitter)\b.{0,80}"
    r"|download (?:the|our)\b.{0,40}\bapp\b.{0,80}|click here (?:to|for)\b.{0,120}"
    r"|(?:copyright\b|©).{0,160}|all rights reserved\b.{0,120}"
    r"|this (?:site|website) uses cookies\b.{0,200}|enable javascript\b.{0,120}|please enable javascript\b.{0,120})"
    r"\.?\Z",
    re.IGNORECASE,
)
MAX_FURNITURE = 260  # characters; every alternative above is shorter
CREDIT_LINE = re.compile(
    r"(?:(?:photo|image|picture|photograph|video|graphic|illustration)s?(?: credits?)?"
    r"(?:\s*[:/]\s*|\s+(?:by|via|courtesy(?: of)?|from)\s+).{2,80}|credits?\s*:\s*.{2,80}|file photo.{0,60}"
    r"|[^.!?]{0,60}\((?:getty images|reuters|ap|afp|pa|file)(?:[/ ][^)]{0,40})?\)|getty images"
    r"|[A-Z]\S+(?: \S+){0,3}/(?:getty images|reuters|ap|afp))"
    r"\.?\Z",
    re.IGNORECASE,
)


def parts(paragraphs: list[str], captions: tuple[str, ...] = ()) -> tuple[list[str], tuple[str, ...]]:
    """Return the body's paragraphs and the captions, the given ones first.

    Captions are those handed in and the ones that stand before the body. What is left is never empty
    when `paragraphs` was not. Parting the result again changes nothing.
    """
    body = [paragraph for paragraph in paragraphs if not is_furniture(paragraph)] or paragraphs[:]
    found = dict.fromkeys(filter(None, map(without_credit, captions)))
    before = 0
    while before != len(body):
        before = len(body)
        while len(body) > 1 and _is_caption(body[0]):
            caption = without_credit(body.pop(0))
            if caption:
                found[caption] = None
        # A caption that the extraction left among the paragraphs as well.
        body = [paragraph for paragraph in body if without_credit(paragraph) not in found] or body
    return body, tuple(found)


def is_furniture(paragraph: str) -> bool:
    """Return whether `paragraph` is a share line, a teaser, a notice or a credit, and nothing else."""
    return len(paragraph) <= MAX_FURNITURE and bool(FURNITURE.match(paragraph) or CREDIT_LINE.match(paragraph))


def without_credit(caption: str) -> str:
    """Return `caption` without its marker ("Photo:"), the photographer's credit and a closing bar."""
    if len(caption) > 2_000:
        return caption
    before = None
    while before != caption:
        before = caption
        caption = MARKED.sub("", caption, count=1) if MARKED.match(caption) else caption
        caption = CREDIT.sub("", caption).strip().rstrip("|").strip()
    return caption


def _is_caption(paragraph: str) -> bool:
    """Return whether a paragraph before the body describes a photograph."""
    if len(paragraph) > 600:
        return False
    return bool(
        paragraph.endswith("|") or MARKED.match(paragraph) or CREDIT.search(paragraph) or POINTING.search(paragraph)
    )
