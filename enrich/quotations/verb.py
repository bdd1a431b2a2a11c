"""Whether a word that can attribute is a verb where it stands, and what kind of clause it stands in."""

from collections.abc import Sequence

from enrich.quotations import cues, grammar
from enrich.quotations.cast import PRONOUNS
from enrich.quotations.clauses import Word

# Adverbs that may open an attribution: "..., then said".
MANNER = frozenset("also then later further again as so".split())
_WHEN = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today last this earlier recently"
    " when".split()
)
# Forms in -s that are as often nouns: verbs only right after a name or a pronoun.
_NOUNS_TOO = frozenset(
    "tweets claims reports comments calls remarks questions answers states notes posts hopes plans fears"
    " demands requests promises offers quotes boasts jokes charges messages emails e-mails texts blogs"
    " screams shouts cries whispers estimates forecasts mentions brands labels terms praises accounts"
    " details attacks challenges signals objects reasons lists marks holds puts records rules".split()
)
# Verbs whose infinitive attributes: "went on to say", "was forced to admit".
_INFINITIVE = frozenset(
    "say tell call describe declare announce add admit ask brand label dub insist argue".split()
)
# What stands before a plain form that is a verb, and before a word that is a noun.
_BEFORE_PLAIN = frozenset(
    "will would can could may might must should shall not did does do they we you i who never n't didn't"
    " don't doesn't won't wouldn't people some many critics fans".split()
)
_BEFORE_NOUN = frozenset(
    "the a an his her its their my our your no any this that these those of some many several recent new"
    " media news press public all such other between".split()
)
_BEFORE_INFINITIVE = frozenset("to the a an of his her its their for no any this".split())
_BE = frozenset("was were been being is are be".split())
_AUXILIARY = _BE | frozenset("has have had would will to".split())


def is_verb(words: Sequence[Word], k: int, low: int) -> bool:
    """Whether the word at `k`, a form of an attributing verb, is a verb there and not a noun."""
    word = words[k]
    if k == low:
        return word.low.endswith("ing")
    if not word.text[0].islower():
        return False
    earlier = words[k - 1].low
    if cues.is_plain(word.low) and not word.low.endswith(("ed", "ing")):
        j = k - 1
        while j > low and grammar.is_adverb(words[j]):
            j -= 1
        if words[j].low == "to":
            return word.low in _INFINITIVE
        return words[j].low in _BEFORE_PLAIN
    if word.low.endswith("s") and (earlier in _BEFORE_NOUN or earlier.endswith("'s")):
        return False
    if word.low in _NOUNS_TOO and words[k - 1].text.islower() and earlier not in PRONOUNS:
        after = words[k + 1] if k + 1 < len(words) else None
        states = after is not None and (after.quote >= 0 or after.low in ("that", ",") or after.low in PRONOUNS)
        return states or grammar.is_adverb(words[k - 1])
    if is_passive(words, k):
        return False
    following = words[k + 1] if k + 1 < len(words) else None
    if word.low.endswith("ing") and (earlier in _BEFORE_NOUN or (following is not None and following.low == "of")):
        return earlier not in _BEFORE_NOUN
    return earlier not in ("the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those")


def is_passive(words: Sequence[Word], k: int) -> bool:
    """Whether the verb at `k` is a passive whose agent is not named: "was asked"."""
    following = words[k + 1].low if k + 1 < len(words) else ""
    if not words[k].low.endswith(("ed", "told", "written", "said", "quoted")) or following == "by":
        return False
    j = k - 1
    while j > 0 and grammar.is_adverb(words[j]):
        j -= 1
    return words[j].low in _BE


def is_finite(words: Sequence[Word], k: int, low: int) -> bool:
    """Whether the verb at `k` can have a subject of its own: no -ing form, no infinitive, no noun."""
    word = words[k]
    if word.low.endswith("ing") or (k > low and words[k - 1].low in _BEFORE_INFINITIVE):
        return False
    following = words[k + 1] if k + 1 < len(words) else None
    if following is None or following.low not in ("by", "of"):
        return True
    return word.low == "said" or (following.low == "of" and word.low in ("recalled", "remarked", "joked"))


def is_relative(words: Sequence[Word], k: int, low: int) -> bool:
    """Whether the verb at `k` belongs to a relative clause: "who said"."""
    j = k - 1
    while j >= low and (words[j].low in _AUXILIARY or words[j].low in MANNER):
        j -= 1
    return j >= low and words[j].low in ("who", "which", "that", "whom", "he", "she", "it", "they") and j > low


def closes(words: Sequence[Word], k: int) -> bool:
    """Whether nothing but its addressee, time or place follows the verb at `k` in its sentence."""
    following = words[k + 1] if k + 1 < len(words) else None
    if following is None or following.text in (".", ",", *grammar.DASH):
        return True
    if words[k].low in ("told", "tells"):
        return all(word.quote < 0 for word in words[k + 1 :])
    return following.low in grammar.PREPOSITION or following.low in _WHEN or not words[k - 1].text[0].isalnum()


def is_according(words: Sequence[Word], k: int) -> bool:
    """Whether "according to" stands at word `k`, or the "words of" of "in the words of"."""
    if k + 1 >= len(words):
        return False
    quoting = words[k].low == "words" and words[k + 1].low == "of" and k > 1 and words[k - 2].low == "in"
    return quoting or (words[k].low == "according" and words[k + 1].low == "to")


def puts_it(words: Sequence[Word], k: int) -> bool:
    """Whether "put it" stands at word `k`."""
    return words[k].low in ("put", "puts") and k + 1 < len(words) and words[k + 1].low == "it"


def of_object(words: Sequence[Word], k: int, i: int) -> bool:
    """Whether what the verb at `k` governs ends before `i`: "outlined the deal, which will ..." """
    if words[k].low.startswith(("sa", "told", "tell")):
        return False
    return any(words[n].text == "," and words[n + 1].low in ("which", "who") for n in range(k + 1, i - 1))
