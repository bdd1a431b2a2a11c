"""How plain text is laid out: lines broken at a column are joined, everything else stays."""

import re
from itertools import pairwise

SENTENCE_END = re.compile(r"""[.!?…:;][)\]"'”’»]*\Z""")
MAX_COLUMN = 100  # characters; what wraps lines wraps them shorter than this
MIN_COLUMN = 50


def unwrap(lines: list[str]) -> list[str]:
    """Return `lines` with hard-wrapped ones joined by a space.

    Text counts as wrapped when blank lines part its paragraphs, no line is longer than a column, and
    most lines that another follows end in mid-sentence near the column.
    """
    followed = [line for line, after in pairwise(lines) if line and after]
    if len(followed) < 2 or max(map(len, lines)) > MAX_COLUMN or "" not in lines:
        return lines
    broken = sum(len(line) >= MIN_COLUMN and not SENTENCE_END.search(line) for line in followed)
    if broken < 0.6 * len(followed):
        return lines
    joined: list[str] = []
    for line in lines:
        if line and joined and joined[-1]:
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined
