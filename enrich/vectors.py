"""What the model makes of each word where it stands: one vector a token, computed as spaCy does but for less.

A text says half of its words again, and all that the model knows of a word before it looks at the neighbours is
computed once for the words that are alike. The layers after that are spaCy's `MaxoutWindowEncoder.v2`, the same
numbers to within rounding, in two thirds of the time: nothing is kept for training.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy

from enrich.model import model

# What the networks know a word by, whether a blank follows it, and the key of its entry in the table of vectors.
_FEATURES = ("NORM", "PREFIX", "SUFFIX", "SHAPE", "IS_SPACE", "ORTH", "SPACY")
_PIECES = 3  # of which the greatest counts
_TINY = numpy.float32(1e-8)  # keeps the spread of a flat vector above nought, as in thinc's LayerNorm


@dataclass(frozen=True)
class Tokens:
    """The tokens of a text: which of its different words each is, and whether a blank follows it."""

    features: Any  # of each different word, once with a blank after it and once without
    which: Any  # the row of each token

    @classmethod
    def of(cls, hashes: Any, blanks: Any) -> "Tokens":
        """Return the tokens of these words and blanks."""
        from spacy.tokens import Doc

        rows, which = numpy.unique(numpy.stack([hashes, blanks]), axis=1, return_inverse=True)
        doc = Doc(model().vocab, words=rows[0].tolist(), spaces=rows[1].astype(bool).tolist())
        return cls(doc.to_array(list(_FEATURES)), which.ravel())

    def at(self, places: Any) -> "Tokens":
        """Return the tokens at these places of the text."""
        rows, which = numpy.unique(self.which[places], return_inverse=True)
        return Tokens(self.features[rows], which)

    def column(self, feature: str) -> Any:
        """Return one feature of all rows."""
        return numpy.ascontiguousarray(self.features[:, _FEATURES.index(feature)])


@dataclass(frozen=True)
class _Layer:
    """A layer that takes the greatest of three sums, with the scale it is brought to."""

    weights: Any
    bias: Any
    scale: Any
    shift: Any

    @classmethod
    def of(cls, part: Any) -> "_Layer":
        layers = {layer.name: layer for layer in part.walk()}
        greatest, norm = layers["maxout"], layers["layernorm"]
        weights, bias = greatest.get_param("W"), greatest.get_param("b")
        assert weights.shape[1] == _PIECES
        flat = weights.transpose(1, 0, 2).reshape(-1, weights.shape[2])  # each third of the sums in one stretch
        return cls(numpy.ascontiguousarray(flat.T), bias.T.ravel(), norm.get_param("G"), norm.get_param("b"))

    def greatest(self, sums: Any) -> Any:
        """Return the greatest of each three sums, brought to scale; `sums` is used up."""
        sums += self.bias
        width = sums.shape[1] // _PIECES
        best = numpy.maximum(sums[:, :width], sums[:, width : 2 * width])
        numpy.maximum(best, sums[:, 2 * width :], out=best)
        best -= best.mean(axis=1, keepdims=True)
        spread = numpy.einsum("ij,ij->i", best, best) / numpy.float32(width) + _TINY
        best *= (spread ** numpy.float32(-0.5))[:, None]
        best *= self.scale
        best += self.shift
        return best


class Reader:
    """One of the model's two networks that turn words into vectors."""

    def __init__(self, network: Any) -> None:
        embedding, windows = network.layers
        layers = list(embedding.walk())
        self._columns = next(layer for layer in layers if layer.name == "extract_features").attrs["columns"]
        self._tables = [layer for layer in layers if layer.name == "hashembed"]
        self._projection = next(layer for layer in layers if layer.name == "static_vectors").get_param("W").T
        self._mixed = _Layer.of(embedding)
        self._windows = [_Layer.of(part) for part in windows.walk() if part.name.startswith("expand_window>>")]
        self._pad = windows.attrs["pad"]

    def vectors(self, tokens: Tokens) -> Any:
        """Return one vector for each of the tokens, which stand one after another."""
        alone = self._mixed.greatest(self._pieces(tokens) @ self._mixed.weights)
        count, width = len(tokens.which), alone.shape[1]
        inside = slice(self._pad, self._pad + count)
        vectors = numpy.zeros((count + 2 * self._pad, width), dtype=alone.dtype)
        vectors[inside] = alone[tokens.which]
        beside = numpy.zeros((len(vectors), 3 * width), dtype=alone.dtype)
        for layer in self._windows:
            beside[1:, :width] = vectors[:-1]
            beside[:, width : 2 * width] = vectors
            beside[:-1, 2 * width :] = vectors[1:]
            vectors += layer.greatest(beside @ layer.weights)
        return vectors[inside]

    def _pieces(self, tokens: Tokens) -> Any:
        """Return what the tables say of each row of features, side by side."""
        pieces = []
        for column, table in zip(self._columns, self._tables, strict=True):
            rows = table.get_param("E")
            keys = table.ops.hash(tokens.column(column), table.attrs["seed"]) % len(rows)
            pieces.append(table.ops.gather_add(rows, keys))
        entries = model().vocab.vectors
        places = entries.find(keys=tokens.column("ORTH"))
        known = entries.data[places]
        known[places < 0] = 0
        return numpy.concatenate([*pieces, known @ self._projection], axis=1)


@cache
def parsing() -> Reader:
    """Return the network that tags and parses."""
    return Reader(model().get_pipe("tok2vec").model)


@cache
def naming() -> Reader:
    """Return the network that recognises names."""
    return Reader(model().get_pipe("ner").model.layers[0].layers[0])
