"""Which words of a sentence a sum, a length or a date goes with: the parse's noun phrase and clause around it.

"The previous deal with Acme was worth £4m and the new one is worth £5m" has two clauses, and each sum belongs to
the parties and the deal of its own. A relative clause speaks of the noun it hangs on, a participle of the subject.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from enrich.claims import patterns
from enrich.claims.nouns import DEAL, is_a_body, is_a_rival, is_a_time, is_deal, is_new_one
from enrich.claims.passages import Passage
from enrich.text import Parsed, Text

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
_TIES = frozenset(("with", "between", "to", "for", "from", "by", "of", "and", "under"))
_BROKERED = re.compile(
    r"(?:arrang|broker|negotiat|handl|facilitat|report|mention|quot|cit|publish|circulat)", re.IGNORECASE
)


@dataclass(frozen=True)
class Scope:
    """What a fact goes with: tokens of `parsed`; `head` is the noun of the deal it is said of."""

    parsed: Parsed
    start: int  # of the sentence in the body
    head: Any | None
    noun: tuple[Any, ...]
    clause: tuple[Any, ...]
    verb: Any
    anchor: Any  # the token of the fact on which its others hang
    outer: tuple[Any, ...] = ()  # of "signed in a deal that runs until 2031" the clause in which the deal stands

    def words(self, tokens: Iterable[Any]) -> str:
        """Return the words of tokens, in order."""
        return "".join(token.text_with_ws for token in sorted(tokens, key=lambda token: token.i))

    def head_phrase(self) -> list[Any]:
        """Return the tokens of the deal's noun phrase without what a relative clause adds to it."""
        if self.head is None:
            return []
        added = {t.i for child in self.head.children if child.dep_ == "relcl" for t in child.subtree}
        return [token for token in self.noun if token.i not in added]

    def beside(self) -> list[Any]:
        """Return the tokens of the clause that hang on the fact's own verb: of "was X and will stay Y" only one."""
        verb = nearest_verb(self.anchor)
        return [token for token in self.clause if nearest_verb(token).i == verb.i]

    def places(self, tokens: Iterable[Any]) -> Iterator[tuple[int, Any]]:
        """Yield where each token starts in the sentence, with it."""
        for token in tokens:
            yield self.parsed.start(token) - self.start, token


def find_scope(text: Text, passage: Passage, start: int, end: int) -> Scope | None:
    """Return the scope of the words at `start` to `end` of a passage; None in the title, which is not parsed."""
    if passage.is_title:
        return None
    sentence = passage.span
    parsed = text.parsed(sentence)
    inside = [
        token
        for token in parsed
        if parsed.start(token) < sentence.start + end and sentence.start + start < parsed.end(token)
    ]
    if not inside:
        return None
    own = {token.i for token in inside}
    anchor = next((t for t in inside if t.head.i not in own or t.head.i == t.i), inside[-1])
    verb = _beyond_aside(clause_head(anchor), anchor)
    if anchor.dep_ in _SUBJECTS and anchor.head.i == verb.i and _SPREAD.match(verb.text) and verb.head.i != verb.i:
        verb = clause_head(verb.head)  # "is giving the club £50,000 spread over two seasons"
    clause = [token for token in parsed if clause_head(token).i == verb.i]
    if (lasting := _of_the_next(verb, anchor)) is not None:
        verb = clause_head(verb.head)
        clause = [token for token in parsed if clause_head(token).i == verb.i] + list(lasting.subtree)
    if verb.dep_ == "relcl":
        clause += [t for t in verb.head.subtree if clause_head(t).i == clause_head(verb.head).i]
        if verb.head.dep_ == "appos":  # "Acme, the firm that has a deal until 2031"
            clause.append(verb.head.head)
    elif verb.dep_ == "advcl" and not _has_subject(verb):
        main = clause_head(verb.head)
        if _RUNS.match(verb.text):  # "will pay £1m under a contract for three years, starting in May"
            clause += [t for t in parsed if clause_head(t).i == main.i]
        else:
            clause += [t for child in main.children if child.dep_ in _SUBJECTS for t in child.subtree]
    outer: list[Any] = []
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and not _has_subject(verb):
        outer = [t for t in parsed if clause_head(t).i == clause_head(verb.head).i]  # "..., taking it to 2031"
    if verb.dep_ == "relcl" and is_deal(verb.head):
        outer = [token for token in parsed if clause_head(token).i == clause_head(verb.head).i]
    head = _deal_noun(anchor, verb)
    noun = tuple(head.subtree) if head is not None else ()
    if head is not None and verb.i in {token.i for token in noun} and verb.dep_ != "relcl":
        noun = tuple(token for token in noun if token.i in {t.i for t in clause})
    return Scope(parsed, sentence.start, head, noun, tuple(clause), verb, anchor, tuple(outer))


# What is said of a sum after it, which the parser may take for a clause with the sum as its subject.
_SPREAD = re.compile(r"(?:spread|paid|payable|split|divided|staggered)$", re.IGNORECASE)
# What a deal does at a date, told in a participle after a comma.
_RUNS = re.compile(r"(?:start|beginn|commenc|end|runn|last|expir|conclud)ing$", re.IGNORECASE)


def clause_head(token: Any) -> Any:
    """Return the verb of the clause a token stands in: one with a subject of its own, or the sentence's root.

    A participle after a comma ("..., adding to what Acme pays") is a clause, too.
    """
    while token.head.i != token.i:
        if token.tag_.startswith(("VB", "MD")):
            if token.dep_ == "relcl" or _has_subject(token):
                return token
            if token.dep_ == "advcl" and token.tag_ == "VBG" and token.i and token.nbor(-1).text == ",":
                return token
        token = token.head
    return token


# "begins when the present contract ⟨runs out⟩ and ⟨lasts⟩ for five years"
_RUNS_OUT = re.compile(r"(?:runs|run|expires?|ends?|lapses?|concludes?|finish(?:es)?|is|comes?)$", re.IGNORECASE)
_LASTS = re.compile(r"(?:runs|lasts?|continues?|extends|goes|covers|spans)$", re.IGNORECASE)


def _of_the_next(verb: Any, anchor: Any) -> Any | None:
    """Return the verb of what lasts after something else has run out, None where a fact is of nothing like that."""
    lasting = nearest_verb(anchor)
    if verb.dep_ != "advcl" or lasting.dep_ != "conj" or lasting.head.i != verb.i:
        return None
    return lasting if _RUNS_OUT.match(verb.text) and _LASTS.match(lasting.text) else None


_ASIDES = ("relcl", "advcl", "acl")


def _beyond_aside(verb: Any, anchor: Any) -> Any:
    """Return the verb that a fact goes with: of an aside that a comma closed before it, the one outside.

    "It extends the cooperation, which began in 1998, until 2031": a comma opened the aside and another closed it.
    """
    if verb.dep_ not in _ASIDES or not verb.left_edge.i or verb.left_edge.nbor(-1).text != ",":
        return verb
    phrase = anchor
    while phrase.head.i not in (verb.i, phrase.i):
        phrase = phrase.head
    # "..., when the other one ends, and lasts until 2031"
    first = next((t for t in verb.children if t.dep_ == "cc" and t.i < phrase.i), phrase)
    goes_on = phrase.dep_ == "prep" or (phrase.dep_ == "conj" and first is not phrase)
    closed = goes_on and phrase.i > verb.i and first.nbor(-1).text == ","
    return clause_head(verb.head) if closed else verb


def nearest_verb(token: Any) -> Any:
    """Return the nearest verb above a token, subject and object alike: the token itself where it is one."""
    while token.head.i != token.i and not token.tag_.startswith("VB"):
        token = token.head
    return token


def _has_subject(verb: Any) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def _deal_noun(anchor: Any, verb: Any) -> Any | None:
    """Return the noun of a deal that a fact modifies or is said of, None where it goes with something else."""
    token = anchor
    while True:
        if is_deal(token) and token.i != anchor.i:
            return token
        if token.text.lower() == "worth":  # "a contract worth £1m has been signed", taken for a clause of its own
            worth = next((child for child in token.children if child.dep_ == "nsubj" and is_deal(child)), None)
            if worth is not None:
                return worth
        if token.i == verb.i or token.head.i == token.i:
            break
        token = token.head
    if verb.dep_ == "relcl":  # "a deal with Acme, which earns her £1m": of the nouns before "which", the deal's
        noun = verb.head
        while noun.dep_ in ("pobj", "prep", "appos", "compound", "conj") and not is_deal(noun):
            noun = noun.head
        if is_deal(noun) or is_new_one(noun):
            return noun
        objects = [child for child in noun.children if child.dep_ == "dobj" and child.i < verb.i]
        if objects and is_deal(objects[-1]):  # "signed a deal in May, which earns her £1m"
            return objects[-1]
    if verb.dep_ == "advcl" and _RUNS.match(verb.text) and not _has_subject(verb):
        main = clause_head(verb.head)
        told = (t for t in verb.doc[: verb.i] if clause_head(t).i == main.i and is_deal(t))
        return max(told, key=lambda t: t.i, default=None)
    sides = [child for child in verb.children if child.dep_ in (*_SUBJECTS, "dobj") and child.i != anchor.i]
    # "The deal, worth £1m, runs until 2031": the parser may take what is worth so for a clause.
    sides += [child for side in sides if side.dep_ == "csubj" for child in side.children if child.dep_ == "nsubj"]
    return next((child for child in sides if is_deal(child) or is_new_one(child)), None)


# What a sum may count beside a deal: "a £3m boost", "the £3m shirt sponsor".
_PAID = re.compile(
    r"(?:boost|windfall|injection|funding|cash|move|rebrand|coup|partner|sponsor|backer|cheque|check|donation|pledge|sale|price|figure|total|"
    r"year|season|annum|years?|seasons?|month|naming|range|region|spend|outlay|guarantee|minimum|maximum|bonus|bill|guarantee|equivalent)s?$",
    re.IGNORECASE,
)


def counts_something_else(anchor: Any) -> bool:
    """Whether a sum is the measure of a thing that is no deal: "a £3m prize", "the £90m stand"."""
    noun = anchor.head
    if anchor.dep_ not in ("nmod", "compound", "nummod", "amod", "quantmod") or noun.tag_ not in ("NN", "NNS"):
        return False
    between = anchor.doc[anchor.i + 1 : noun.i + 1]
    return noun.i > anchor.i and not any(DEAL.match(token.text) or _PAID.match(token.text) for token in between)


def is_party(token: Any) -> bool:
    """Whether a name whose last token is given stands where English puts the parties of a deal.

    Those are a subject, an object, a possessor, and what follows "with", "between", "to", "by"; "in the ⟨League⟩",
    "ahead of the ⟨Cup⟩", "the ⟨League⟩ season" only say where and when.
    """
    while token.dep_ in ("compound", "conj", "appos", "nmod", "amod", "poss", "flat"):
        if token.dep_ in ("poss", "compound", "nmod", "amod") and is_a_time(token.head):
            return False
        if token.dep_ in ("compound", "nmod") and token.head.tag_ == "NN" and is_a_body(token.head):
            return False  # "The ⟨Premier League⟩ club", whichever it is
        if token.dep_ == "poss":
            return not any(is_a_rival(t) for t in (token.head, *token.head.children))
        token = token.head
        if token.head.i == token.i:
            break
    if token.dep_ == "pobj" and token.head.dep_ == "agent" and _BROKERED.match(token.head.head.text):
        return False
    if token.dep_ == "pobj":
        tie, of = token.head.text.lower(), token.head.head.text.lower()
        return tie in _TIES and not _time_of(token) and of != "according"
    return token.dep_ in _SUBJECTS or token.dep_ in (
        "dobj",
        "iobj",
        "dative",
        "agent",
        "ROOT",
        "attr",
        "oprd",
        "conj",
        "appos",
    )


# Who reports a deal has no part in it.
REPORTS = re.compile(
    r"\s?(?:ha[sd]\s)?(?:said|says|say|report(?:s|ed)?|wrote|writes|claim(?:s|ed)?|understands|understood|estimat(?:es|ed)|puts?|told|seen|saw|learn(?:s|ed|t)|"
    r"heard|hears|obtained|reveal(?:s|ed)|quot(?:es|ed)|cit(?:es|ed)|mentioned|values|valued)\b"
)


def only_reports(token: Any) -> bool:
    """Whether a name, by its last token, is that of who says so: "⟨The Bell⟩ said the deal is worth £1m"."""
    while token.dep_ in ("appos", "compound"):  # "the magazine ⟨Velo⟩"
        token = token.head
    verb = token.head
    told = any(child.dep_ == "ccomp" or (child.dep_ == "dobj" and is_deal(child)) for child in verb.children)
    return token.dep_ == "nsubj" and told and bool(REPORTS.match(verb.text))


def _time_of(token: Any) -> bool:
    """Whether the phrase hangs on a noun of time: "the season of the ⟨League⟩"."""
    of_a_time = token.head.head.text.lower() in ("ahead", "end", "start") or is_a_time(token.head.head)
    return bool(of_a_time or is_a_time(token))


# What one does to whom money is paid.
GETS = re.compile(r"\b(?:receiv\w+|gets?|compensat\w+|collects?|recoups?)\b", re.IGNORECASE)


def is_subject(scope: Scope) -> bool:
    """Whether the clause is about the noun of the deal."""
    head = scope.head
    if head is None or head.dep_ not in ("nsubj", "nsubjpass"):
        return False
    return bool(head.head.i == scope.verb.i or (scope.verb.dep_ == "relcl" and scope.verb.head.i == head.i))


_DESCRIBES = re.compile(
    rf"[\s-](?:(?!(?:the|its|their|a)\s)[\w-]+[\s-])?(?:{patterns.parts('parties')['FIRM']}|society|contractor|merchant|house|adviser|advisor|consultant|consultancy|accountant|"
    r"dealer|dealership|wholesaler|installer|cooperative|co-operative|network)s?\b",
    re.IGNORECASE,
)


def find_told(words: re.Pattern[str], passage: Passage, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the matches at `start` to `end` that tell of a thing, and not of somebody's name or line of business.

    "The construction company", "Tern Building Society" and "the Lowmoor Prize" build and win nothing.
    """
    for found in words.finditer(passage.words, max(0, start), end):
        named = any(m.entity >= 0 and m.start <= found.start() < m.end for m in passage.mentions)
        if not named and not _DESCRIBES.match(passage.words, found.end()):
            yield found


_REPLACES = re.compile(r"(?:replac|succeed|supplant|supersed|oust|outbid|displac|tak|took)", re.IGNORECASE)


def is_replaced(token: Any, scope: Scope) -> bool:
    """Whether a name, by its last token, is whom another takes the place of in the clause of a fact.

    "Acme replaces Birch and pays £2m" tells what Acme pays; "replaces Birch, which paid £1m", what Birch did.
    """
    if any(t.text.lower() in ("whose", "which", "who") for t in token.doc[token.i + 1 : token.i + 3]):
        return False  # whatever the parser hangs the clause on
    while token.dep_ in ("compound", "appos", "flat"):
        token = token.head
    verb = token.head
    if token.dep_ == "pobj" and verb.text.lower() == "of" and verb.head.text.lower() == "place":
        return bool(_REPLACES.match(verb.head.head.text))  # "takes the place of Birch"
    if token.dep_ == "pobj":  # "takes over from Birch"
        over = any(child.dep_ == "prt" and child.text.lower() == "over" for child in verb.head.children)
        if verb.text.lower() != "from" or not over:
            return False
        verb = verb.head
    elif token.dep_ != "dobj" or verb.text.lower().startswith("t"):
        return False
    return bool(_REPLACES.match(verb.text)) and clause_head(verb).i == scope.verb.i


_IS = frozenset(("is", "was", "are", "were", "be"))
_WORTH = frozenset(("worth", "valued", "capitalised", "capitalized"))


def find_valued(scope: Scope) -> Any | None:
    """Return the noun that a sum is said to be the worth of, None where it is none or a deal's."""
    verb = scope.verb
    if verb.text.lower() in _IS and any(child.text.lower() == "worth" for child in verb.children):
        if any(is_deal(token) for token in scope.parsed if token.i < scope.anchor.i):
            return None
        return next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if verb.text.lower() == "valued" and any(child.dep_ == "auxpass" for child in verb.children):
        valued = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
        return None if valued is None or is_deal(valued) else valued
    token = scope.anchor
    while token.i != verb.i and token.head.i != token.i:
        if token.dep_ in ("acl", "amod", "appos") and token.text.lower() in _WORTH:
            noun = token.head
            of_a_deal = noun.dep_ == "pobj" and is_deal(noun.head.head)  # "a deal with Acme worth £1m"
            return None if of_a_deal else noun
        token = token.head
    return None
