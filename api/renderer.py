"""The seam for feed formats: a file in `api/feeds/` that has these four names is a format, nothing else."""

from collections.abc import Mapping, Sequence
from typing import Protocol, cast

from api import feeds
from api.feed import Feed, Item
from records.plugins import discover


class Renderer(Protocol):
    """A feed format: how its addresses end, what it is called on the wire, and how it is written."""

    SUFFIX: str
    MEDIA_TYPE: str

    @staticmethod
    def entry(item: Item) -> bytes:
        """Return `item` as it stands in a document of this format; nothing when it has no place there."""

    @staticmethod
    def render(feed: Feed, entries: Sequence[bytes]) -> bytes:
        """Return `feed` with its entries as a whole document in this format."""


def renderers() -> Mapping[str, Renderer]:
    """Return the formats by suffix, in the order of their modules' names.

    Raises TypeError when a module lacks a name or two claim one suffix.
    """
    found: dict[str, Renderer] = {}
    for module in discover(feeds, ("SUFFIX", "MEDIA_TYPE", "entry", "render")).values():
        renderer = cast("Renderer", module)
        if renderer.SUFFIX in found:
            raise TypeError(f"{module.__name__} claims the suffix {renderer.SUFFIX}, which is taken")
        found[renderer.SUFFIX] = renderer
    return found
