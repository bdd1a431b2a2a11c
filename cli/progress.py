"""What happens, shown live: processes, files in, records, deals; plain lines where there is no terminal."""

import time
from collections.abc import Callable, Mapping
from types import TracebackType

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from cli.status import intake_waits
from records.session import Database
from records.settings import Settings
from records.store import totals

COUNT_S = 1.0  # between two counts: with a million articles one costs a tenth of a second


class Display:
    """The live display of `sponsorwire up`; use it as a context."""

    def __init__(
        self,
        console: Console,
        settings: Settings,
        db: Database,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._console = console
        self._settings = settings
        self._db = db
        self._live = Live(console=console, refresh_per_second=4) if console.is_terminal else None
        self._clock = clock
        self._said = self._now = totals.Totals()
        self._waits: str | None = None
        self._counted_at = -COUNT_S
        self.announced = False

    def __enter__(self) -> "Display":
        if self._live:
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live:
            self._live.stop()

    def announce(self) -> None:
        """Print the addresses, once everything answers."""
        base = self._settings.base_url
        rows = [
            ("the page", f"{base}/"),
            ("feeds", f"{base}/feeds/deals.json   .atom   .rss   .csv   .ics"),
            ("stream", f"{base}/stream"),
            ("API", f"{base}/docs"),
            ("folder", f"{self._settings.watch_dir}/   drop articles here"),
        ]
        for name, value in rows:
            # A folder may be longer than a line, and hold what rich would take for mark-up.
            self._console.print(f"  {name:<9}{value}", soft_wrap=True, markup=False)
        self._console.print("  Ctrl-C stops everything; the data stays.\n")
        self.announced = True

    def draw(self, pids: Mapping[str, int], restarts: Mapping[str, int]) -> None:
        """Show how far things are; without a terminal, a line a second while the numbers change."""
        if self._clock() - self._counted_at >= COUNT_S:
            with self._db.read() as session:
                self._now, self._counted_at = totals.count(session), self._clock()
                before, self._waits = self._waits, intake_waits(session, self._settings)
            if self._waits and not before:
                self._console.print(f"  intake waits: {self._waits}", soft_wrap=True, markup=False)
        if self._live:
            self._live.update(_picture(self._now, pids, restarts))
        elif self._now != self._said:
            self._console.print(_line(self._now), soft_wrap=True)
            self._said = self._now


def _line(now: totals.Totals) -> str:
    return (
        f"files {now.inputs} ({now.duplicates} duplicate, {now.rejected} rejected, {now.ignored} ignored)  "
        f"articles {now.articles}  enriched {now.enriched}  passed through unenriched {now.passed_through}  "
        f"deals {now.deals}  jobs waiting {now.waiting}"
    )


def _picture(now: totals.Totals, pids: Mapping[str, int], restarts: Mapping[str, int]) -> RenderableType:
    processes = Text("  ")
    for name, times in restarts.items():
        processes.append("● ", "green" if name in pids else "red")
        processes.append(f"{name}{f' (restarted {times}x)' if times else ''}  ")
    table = Table.grid(padding=(0, 2))
    table.add_row(
        "  files in",
        str(now.inputs),
        ProgressBar(total=1, completed=1, width=30) if now.inputs else "",
        f"{now.duplicates} duplicate, {now.rejected} rejected, {now.ignored} ignored",
    )
    table.add_row("  articles", str(now.articles), "", "")
    table.add_row(
        "  enriched",
        str(now.enriched),
        ProgressBar(total=max(now.articles, 1), completed=now.enriched + now.passed_through, width=30),
        f"{now.passed_through} passed through unenriched, {now.waiting} jobs waiting"
        + (f", {now.dead} set aside" if now.dead else ""),
    )
    table.add_row("  deals", str(now.deals), "", "")
    return Group(processes, table)
