"""The verbs that attribute words to somebody, read from `enrich/knowledge/cues.txt`."""

from functools import cache
from importlib import resources

SPEECH, OPINION, MANNER = "speech", "opinion", "manner"
# Verbs that speak only with their particle: "shot back", "pointed out", "went on".
_PHRASAL = {
    "back": frozenset("shot shoots fired fires hit hits clapped wrote writes snapped".split()),
    "out": frozenset("pointed points cried blurted called".split()),
    "on": frozenset("went goes carried".split()),
    "in": frozenset("chimed chimes weighed weighs".split()),
    "up": frozenset("summed sums followed".split()),
}
# Forms of the verbs of thinking: inside reported speech, whoever reports the thought says the words.
_THOUGHT = frozenset(
    "want wants wanted wanting hope hopes hoped hoping believe believes believed believing think thinks"
    " thought thinking feel feels felt feeling know knows knew knowing fear fears feared fearing expect"
    " expects expected expecting intend intends intended intending plan plans planned planning aim aims"
    " aimed aiming consider considers considered considering worry worries worried worrying".split()
)


@cache
def _read() -> tuple[dict[str, str], frozenset[str]]:
    """Return the class of every form of every verb, and the plain forms (the first of each line)."""
    classes: dict[str, str] = {}
    plain: set[str] = set()
    section = ""
    for line in resources.files("enrich.knowledge").joinpath("cues.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            forms = line.split()
            plain.add(forms[0])
            for form in forms:
                classes.setdefault(form, section)
    return classes, frozenset(plain)


def kind(word: str) -> str | None:
    """Return "speech", "opinion" or "manner" when `word` is a form of an attributing verb, else None."""
    return _read()[0].get(word)


def speaks(word: str) -> bool:
    """Whether `word` is a form of a verb of speaking or writing."""
    return kind(word) == SPEECH


def stands_beside(word: str) -> bool:
    """Whether `word` attributes a quotation that stands right beside it."""
    return kind(word) in (SPEECH, MANNER)


def governs(word: str) -> bool:
    """Whether `word` attributes what its clause quotes, however far from it."""
    return kind(word) in (SPEECH, OPINION)


def is_plain(word: str) -> bool:
    """Whether `word` is the plain form of an attributing verb, which may as well be a noun."""
    return word in _read()[1]


def is_phrasal(word: str, particle: str) -> bool:
    """Whether `word` and the particle after it make a verb of speaking."""
    return word in _PHRASAL.get(particle, ())


def is_thought(word: str) -> bool:
    """Whether `word` is a form of a verb of thinking, wishing or feeling: what it governs another may"
    " have said."""
    return word in _THOUGHT
