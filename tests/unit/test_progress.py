"""What `sponsorwire up` prints on the terminal is what there is."""

import re
from io import StringIO
from itertools import count
from pathlib import Path

from rich.console import Console

from api.renderer import renderers
from cli.progress import Display
from records.migrate import migrate
from records.session import Database
from records.settings import Settings


def test_the_addresses_name_every_feed_format_and_a_long_folder_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / f"{'long ' * 20}[red] watch"
    printed = StringIO()
    database = Database(f"sqlite:///{tmp_path}/sponsorwire.db")
    migrate(database)
    with Display(Console(file=printed, width=80), Settings(watch_dir=folder), database) as display:
        display.announce()
        display.draw({}, {})
    database.close()
    lines = printed.getvalue().splitlines()
    feeds = next(line for line in lines if line.startswith("  feeds"))
    assert {part.rpartition(".")[2] for part in feeds.split()[1:]} == set(renderers())
    assert f"  folder   {folder}/   drop articles here" in lines


def test_a_disk_without_room_is_told_once(tmp_path: Path) -> None:
    printed = StringIO()
    database = Database(f"sqlite:///{tmp_path}/sponsorwire.db")
    migrate(database)
    settings = Settings(data_dir=tmp_path, watch_dir=tmp_path / "none", free_bytes=10**18)
    with Display(Console(file=printed, width=80), settings, database, clock=count(0, 2).__next__) as display:
        display.draw({}, {})
        display.draw({}, {})
    database.close()
    told = re.findall(
        r"intake waits: the disk of the data folder has \d+ MB free, \w+ asks for (\d+) MB\n", printed.getvalue()
    )
    assert told == ["1000000000000"]
