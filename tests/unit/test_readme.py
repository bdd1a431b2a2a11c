"""The README is true: its links lead somewhere, its commands exist, its tables hold every part."""

import re
from pathlib import Path

from typer.main import get_command

import ingest.formats
from api.renderer import renderers
from cli.main import app
from records.plugins import discover

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_link_into_the_repository_leads_to_a_file() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)

    assert [link for link in links if not (ROOT / link).exists()] == []
    assert len(links) > 15


def test_the_table_of_formats_holds_every_format_and_no_other() -> None:
    listed = re.findall(r"^\| \[\w+\]\(ingest/formats/(\w+)\.py\)", README, flags=re.MULTILINE)

    assert sorted(listed) == sorted(discover(ingest.formats, ("claim", "read")))


def test_every_feed_format_has_its_address() -> None:
    addresses = re.findall(r"^\| `/feeds/.*", README, flags=re.MULTILINE)
    listed = set(re.findall(r"\.(\w+)`", "".join(addresses)))

    assert listed == set(renderers())


def test_every_command_named_exists() -> None:
    commands = set(get_command(app).commands)  # type: ignore[attr-defined]  # a group has them
    named = set(re.findall(r"sponsorwire (\w+)", README)) - {"FILE"}

    assert named - commands == set()


def test_every_make_target_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))

    assert set(re.findall(r"`make (\w+)", README)) - targets == set()
