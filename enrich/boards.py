"""Whose board a run of capitals names: "Ode Advisory Board" is Ode's, "Moro Cricket Board" a body of its own."""

from enrich.words import KNOWN, Guess, Word

# A board of these, or so called, belongs to the body named before it; and these bodies have boards.
_BOARD_OF = frozenset(
    "directors trustees advisors advisers governors regents management supervisors visitors".split()
)
_BOARD_KINDS = frozenset("advisory supervisory executive governing management".split())
_BOARDED = frozenset("foundation institute company group trust association federation league club society".split())


def body_of(words: list[Word], first: int, last: int, guesses: list[Guess]) -> tuple[int, int] | None:
    """Return the first and last word of the body whose board a run names ("Ode Health Advisory Board"), or None.

    "Moro Cricket Board" is a body of its own; a board of advisers or directors is part of one, and so is the board
    of what already is a foundation, an institute or a company, and "the Board of the Moro Club". A board of
    directors whose body is not told leaves nothing.
    """
    folded = [word.text.casefold() for word in words[first : last + 1]]
    if any(g[2] == KNOWN and g[1] == words[last].end and g[0] <= words[first].start for g in guesses):
        return None
    at = next((i for i, word in enumerate(folded) if word in ("board", "boards")), len(folded))
    rest = folded[at + 1 :]
    if at == len(folded):
        return None
    if rest[:1] == ["of"] and rest[-1] in _BOARD_OF:
        return first, first + at - 1
    if rest or at == 0:
        return (first + 3, last) if at == 0 and rest[:2] == ["of", "the"] else None
    if folded[at - 1] in _BOARD_KINDS:
        return (first, first + at - 2) if at > 1 else None
    return (first, first + at - 1) if folded[at - 1] in _BOARDED else None
