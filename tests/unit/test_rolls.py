"""Lists of sponsors: every item is a body, whatever it looks like, and however the line is written."""

import pytest

from enrich.findings import Found
from enrich.stages import entities
from enrich.text import Text


def named(body: str) -> list[str]:
    found = entities.find(Text(body, None, (), None), Found())
    return [entity.name for entity in found]


@pytest.mark.parametrize(
    "body",
    [
        "Gold Sponsors: Zorvane, Kessel Brill, Oak Lantern\n\nThe gala raised more than ever before.",
        "Lead Partners - Zorvane, Kessel Brill, Oak Lantern\n\nThe gala raised more than ever before.",
        "It thanks its partners across the trade:\n\nZorvane, Kessel Brill, and Oak Lantern\n\nThe gala is over.",
        "Our sponsors\n\nZorvane\nKessel Brill\nOak Lantern\n\nThe gala raised more than ever before.",
    ],
)
def test_the_names_of_a_roll_are_found_though_its_line_is_all_capitals(body: str) -> None:
    assert named(body) == ["Zorvane", "Kessel Brill", "Oak Lantern"]


def test_headings_below_a_heading_on_partners_are_no_names() -> None:
    body = (
        "Growing with our valued partners\n\nA Broad Plan for Community Engagement\n\nThe Strong Future Ahead Of Us"
        "\n\nZorvane Bank opened a branch."
    )
    assert named(body) == ["Zorvane Bank"]
