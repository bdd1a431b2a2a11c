"""The settings and the database of a command, with problems told as a person would want to hear them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from records.session import Database
    from records.settings import Settings

# The option of every command that works on what the service keeps.
Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        envvar="SPONSORWIRE_DATA_DIR",
        metavar="DIR",
        help="Folder of database, broker and logs. [default: var]",
    ),
]


def not_blank(name: str) -> str:
    """Return `name`; one that nobody could recognise anything by is a usage error."""
    if not name.strip():
        raise typer.BadParameter("a name must not be blank")
    return name


def settings(**given: Any) -> "Settings":
    """Return the settings of the environment, `given` ones first where they are not None.

    A setting that cannot be read ends the command with status 2 and a line that names it.
    """
    from pydantic import ValidationError

    from records.settings import PREFIX, Settings

    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        for problem in error.errors(include_url=False, include_input=False):
            name = "_".join(str(part) for part in problem["loc"]).upper()
            sys.stderr.write(f"sponsorwire: {PREFIX}{name}: {problem['msg'].removeprefix('Value error, ')}\n")
        raise typer.Exit(2) from None


def base_url(found: "Settings") -> str:
    """Return the address that readers see: the one set, else the one the service of this data folder began with."""
    told = found.address_file
    return told.read_text(encoding="utf-8") if found.public_url is None and told.exists() else found.base_url


def database(data: Path | None, *, new: bool = False, rings: bool = False) -> "Database":
    """Return the database of the folder `data`, else of the environment, migrated.

    With `rings`, jobs asked for reach the broker at once. Unless a `new` one is welcome, a folder that holds no
    database ends the command with status 1: a mistyped name must not look like a service without articles.
    """
    from records.migrate import migrate
    from records.queue import Doorbell
    from records.session import Database

    found = settings(data_dir=data)
    if not new and found.database_url is None and not found.embedded_file.exists():
        sys.stderr.write(
            f"sponsorwire: there is no database in {found.data_dir}/; name its folder with --data, "
            "or start the service with: sponsorwire up\n"
        )
        raise typer.Exit(1)
    db = Database(found.database, bell=Doorbell(found.broker) if rings else None)
    migrate(db)
    return db
