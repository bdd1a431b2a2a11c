"""The settings and the database of a command, with problems told as a person would want to hear them."""

import sys
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from records.session import Database
    from records.settings import Settings


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
            sys.stderr.write(f"sponsorwire: {PREFIX}{name}: {problem['msg']}\n")
        raise typer.Exit(2) from None


def database(*, rings: bool = False) -> "Database":
    """Return the database of the environment, migrated; with `rings`, jobs asked for reach the broker at once."""
    from records.migrate import migrate
    from records.queue import Doorbell
    from records.session import Database

    found = settings()
    db = Database(found.database, bell=Doorbell(found.broker) if rings else None)
    migrate(db)
    return db
