"""`sponsorwire`: everything on this machine, and the parts of it one at a time.

Each command imports what it needs when it runs, so that `analyze` starts without the API and `status` without
the language model.
"""

import gc
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cli import filter as filters
from cli import token
from cli.settings import Data, database, settings
from cli.trouble import told

UNCOLLECTED = 100_000  # objects made before the collector looks at them
app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
app.add_typer(token.app, name="token")
app.add_typer(filters.app, name="filter")
Files = Annotated[list[Path], typer.Argument(metavar="FILE", help="Article files, in any format the folder takes.")]


class Role(StrEnum):
    """A service that does its work in a process of its own."""

    API = "api"
    INGEST = "ingest"
    WORKER = "worker"
    SWEEP = "sweep"


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        sys.stdout.write(f"sponsorwire {version('sponsorwire')}\n")
        raise typer.Exit


@app.callback()
def sponsorwire(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help="Print the version and exit.")
    ] = False,
) -> None:
    """Drop news articles into a watch folder; get a live, structured feed of sponsorship news.

    Start with `sponsorwire up --demo`. Settings come from the environment (SPONSORWIRE_...): docs/settings.md.
    Exit status: 0 when every input was read, 1 when some were rejected or the work failed, 2 for a usage error.
    """


@app.command()
def up(
    data: Data = None,
    watch: Annotated[
        Path | None,
        typer.Option(
            envvar="SPONSORWIRE_WATCH_DIR",
            metavar="DIR",
            help="Folder that articles are dropped into. [default: watch]",
        ),
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(
            envvar="SPONSORWIRE_PORT", metavar="N", min=1, max=65535, help="Port of the API. [default: 8000]"
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            envvar="SPONSORWIRE_WORKERS", metavar="N", min=1, help="Processes that enrich. [default: cores - 1]"
        ),
    ] = None,
    demo: Annotated[bool, typer.Option("--demo", help="Hand in the sample articles.")] = False,
) -> None:
    """Run everything on this machine until Ctrl-C; started again, it goes on with the same data."""
    from cli.up import up

    given = {"data_dir": data, "watch_dir": watch, "port": port, "workers": workers}
    raise typer.Exit(up(settings(**given), demo=demo))


@app.command()
def analyze(
    files: Files,
    gate: Annotated[bool, typer.Option("--gate", help="Spare irrelevant articles the costly stages.")] = False,
) -> None:
    """Print the records of the files as JSON Lines, in the order given; no database is touched."""
    from cli.analyze import records

    rejected = 0
    for line in records(files, gate=gate):
        if isinstance(line, str):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
        else:
            rejected += 1
            sys.stderr.write(f"{line.path}: {line.reason}\n")
    raise typer.Exit(1 if rejected else 0)


@app.command()
def deals(files: Files) -> None:
    """Print the deals merged from the files as JSON Lines, each with all its sources; no database is touched."""
    from cli.deals import deals

    found, refused = deals(files)
    for line in found:
        sys.stdout.write(line + "\n")
    for each in refused:
        sys.stderr.write(f"{each.path}: {each.reason}\n")
    raise typer.Exit(1 if refused else 0)


@app.command()
def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE_OR_DIR", help="Files, and folders of files.")],
    data: Data = None,
) -> None:
    """Hand in files without the watch folder; they stay where they are. The running service enriches them."""
    from cli.ingest import ingest

    raise typer.Exit(ingest(settings(data_dir=data), paths))


@app.command()
def mcp(data: Data = None) -> None:
    """Serve the read tools for assistants (Model Context Protocol) on standard input and output."""
    from api.tools import server

    server(database(data)).run("stdio")


@app.command()
def migrate(data: Data = None) -> None:
    """Bring the database to the form this version needs; safe to run at any time."""
    database(data, new=True)
    sys.stdout.write("The database is up to date.\n")


@app.command()
def status(
    data: Data = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Print how much came in, how far it got, and what is stuck and why."""
    from cli.status import report

    sys.stdout.write(report(database(data), settings(data_dir=data), as_json=as_json))


@app.command()
def retry(
    subject: Annotated[
        str | None, typer.Argument(metavar="ID", help="Id of an article or a deal; without it, all.")
    ] = None,
    data: Data = None,
) -> None:
    """Try again what was set aside after its last attempt."""
    from records.store import jobs

    number = database(data, rings=True).run(lambda session: jobs.retry(session, subject))
    sys.stdout.write(f"{number} job{'' if number == 1 else 's'} queued again.\n")


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="Where to write the copy; the file must not exist.")],
    data: Data = None,
) -> None:
    """Write a consistent copy of the embedded database while everything runs."""
    from cli.backup import backup

    raise typer.Exit(backup(database(data), file))


@app.command()
def health(
    role: Annotated[Role, typer.Argument(help="Which service of this host.")],
) -> None:
    """Exit with 0 when that service of this host gets work done, else with 1 and the reason."""
    from cli.health import health

    raise typer.Exit(health(role.value))


def main() -> None:
    """Run the command; what is the machine's fault ends it with status 1 and one line."""
    # Next to nothing that libraries load is garbage; to look for it as often as usual takes a tenth of a start.
    gc.set_threshold(UNCOLLECTED)
    try:
        app()
    except Exception as error:
        line = told(error)
        if line is None:
            raise
        sys.stderr.write(f"sponsorwire: {line}\n")
        sys.exit(1)
