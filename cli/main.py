"""`sponsorwire`: everything on this machine, and the parts of it one at a time."""

import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
Files = Annotated[list[Path], typer.Argument(help="Article files, in any format the folder takes.")]


@app.callback()
def sponsorwire() -> None:
    """Drop news articles into a watch folder; get a live, structured feed of sponsorship news."""


@app.command()
def analyze(
    files: Files,
    gate: Annotated[bool, typer.Option("--gate", help="Spare irrelevant articles the costly stages.")] = False,
) -> None:
    """Print the records of FILES as JSON Lines, in the order given, without touching a database."""
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


def main() -> None:
    """Run the command."""
    app()
