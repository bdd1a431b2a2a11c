"""`sponsorwire filter`: saved filters, each with addresses and a key of its own."""

import sys
from typing import Annotated

import typer

from cli.settings import Data, base_url, database, not_blank, settings

app = typer.Typer(no_args_is_help=True, help="Saved filters with feeds of their own: create, list, delete.")


@app.command()
def create(
    name: Annotated[
        str, typer.Argument(callback=not_blank, help="What the filter is called; its feeds have this title.")
    ],
    asked: Annotated[
        list[str], typer.Argument(metavar="PARAMETER=VALUE", help="As in an address: role=title sponsor=Acme.")
    ],
    data: Data = None,
) -> None:
    """Save a filter and print its addresses, with its own key in them. The key is shown this once."""
    from pydantic import ValidationError

    from api.filters import saved
    from records.query import Query
    from records.session import Session
    from records.store import filters, tokens
    from records.tables import Filter

    parts = [part.partition("=")[::2] for part in asked]
    if len(dict(parts)) < len(parts):
        raise typer.BadParameter("a parameter is given twice", param_hint="PARAMETER=VALUE")
    try:
        query = Query.model_validate(dict(parts))
    except ValidationError as error:
        for problem in error.errors(include_url=False, include_input=False):
            sys.stderr.write(f"sponsorwire: {'.'.join(map(str, problem['loc']))}: {problem['msg']}\n")
        raise typer.Exit(2) from None

    def work(session: Session) -> tuple[Filter, str]:
        row = filters.create(session, name, query)
        return row, tokens.create(session, name, ["read"], filter_id=row.id)[1]

    row, secret = database(data, new=True).run(work)
    found = saved(row, base_url(settings(data_dir=data)), secret)
    sys.stderr.write(f"{row.id}; the key is shown only now:\n")
    for address in (*found["feeds"].values(), found["stream"], found["opml"]):
        sys.stdout.write(address + "\n")


@app.command("list")
def every(data: Data = None) -> None:
    """Print the filters: id, name, what they ask for."""
    from records.store import filters

    with database(data).read() as session:
        for row in filters.every(session):
            asked = " ".join(f"{name}={value}" for name, value in filters.query_of(row).parameters().items())
            sys.stdout.write(f"{row.id}  {row.name}  {asked}".rstrip() + "\n")


@app.command()
def delete(
    filter_id: Annotated[str, typer.Argument(help="The filter's id, from `sponsorwire filter list`.")],
    data: Data = None,
) -> None:
    """Delete a filter; its keys are worthless from now on."""
    from records.store import filters

    if not database(data).run(lambda session: filters.delete(session, filter_id)):
        sys.stderr.write(f"sponsorwire: there is no filter {filter_id}; see: sponsorwire filter list\n")
        raise typer.Exit(1)
    sys.stdout.write(f"{filter_id} is deleted.\n")
