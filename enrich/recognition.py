"""The model's guesses at names, its recogniser walked over all tokens at once.

spaCy takes one step after another through a text, and each costs 32 µs: 17 ms for an article of 530 tokens, which
was a quarter of all enrichment. Yet outside a name the recogniser looks at one token alone, so that all of those
steps are one product of matrices (1 ms), and only the few inside a name must be taken in order. The rules of what
may follow what are those of spaCy's `BiluoPushDown`; the answers are the same.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy

from enrich.model import model
from enrich.vectors import Tokens, naming

Guess = tuple[int, int, str]  # first token, the one after the last, label


@dataclass(frozen=True)
class _Network:
    """The recogniser's layers and moves: a move is B(egin), I(nside), L(ast), U(nit) with a label, or O(utside)."""

    last: Any  # the last layer of a token's vector
    lower: Any  # what each token adds to a step as the present one, as the name's first and as the one before
    bias: Any
    weights: Any
    offsets: Any
    moves: tuple[str, ...]

    def step(self, sums: Any, moves: Any) -> Any:
        """Return the scores of `moves` (their numbers) where the tokens of a step add up to `sums`."""
        pieces = numpy.moveaxis(sums + self.bias, -1, 0)
        return numpy.maximum(*pieces) @ self.weights[moves].T + self.offsets[moves]

    def numbers(self, kinds: str) -> Any:
        """Return the numbers of the moves of these kinds; "U-" alone blocks a name that was given, and none is."""
        return numpy.array([n for n, move in enumerate(self.moves) if move[0] in kinds and move != "U-"])


@cache
def _network() -> _Network:
    recogniser = model().get_pipe("ner")
    vectors, lower, upper = recogniser.model.layers
    return _Network(
        vectors.layers[-1],
        lower,
        lower.get_param("b"),
        upper.get_param("W"),
        upper.get_param("b"),
        tuple(map(recogniser.moves.get_class_name, range(recogniser.moves.n_moves))),
    )


@cache
def _outside() -> tuple[Any, Any, Any]:
    """Return the numbers of the moves that are possible outside a name, and which of those begin or are one."""
    numbers = _network().numbers("BUO")
    kinds = numpy.array([_network().moves[n][0] for n in numbers])
    return numbers, kinds == "B", kinds != "O"


@cache
def _inside(label: str) -> Any:
    """Return the numbers of the two moves that are possible inside a name of that label."""
    return numpy.array([n for n in _network().numbers("IL") if _network().moves[n][2:] == label])


def find(tokens: Tokens, ends: Any) -> list[Guess]:
    """Return the names among the tokens in order; none crosses a sentence's end.

    `ends` are the numbers of the tokens after which a sentence is over.
    """
    if not len(tokens.which):
        return []
    network = _network()
    parts = network.lower.predict(network.last.predict(naming().vectors(tokens)))
    absent, parts = parts[0], parts[1:]
    blank, last = tokens.column("IS_SPACE")[tokens.which] == 1, numpy.zeros(len(parts), dtype=bool)
    last[ends - 1] = True
    numbers, begins, names = _outside()
    scores = network.step(parts[:, 0] + absent[1] + absent[2], numbers)
    scores[numpy.ix_(last, begins)] = -numpy.inf
    scores[numpy.ix_(blank, names)] = -numpy.inf  # no name begins with white space
    first_moves = [network.moves[n] for n in numbers[scores.argmax(axis=1)]]
    found: list[Guess] = []
    at = 0
    while at < len(first_moves):
        start, move = at, first_moves[at]
        at += 1
        if move[0] == "B":
            inside = _inside(move[2:])
            while not last[at]:
                scores = network.step(parts[at, 0] + parts[start, 1] + parts[at - 1, 2], inside)
                if network.moves[inside[scores.argmax()]][0] == "L":
                    break
                at += 1
            at += 1
        if move != "O":
            found.append((start, at, move[2:]))
    return found
