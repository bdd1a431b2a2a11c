"""`sponsorwire token`: keys for programs; each is shown once and kept only as a hash."""

import sys
from datetime import timedelta
from enum import StrEnum
from typing import Annotated

import typer

from cli.settings import Data, database, not_blank

app = typer.Typer(no_args_is_help=True, help="Keys for programs: create, list, revoke.")


class Scope(StrEnum):
    """What a key may do; each scope includes those before it."""

    READ = "read"
    WRITE = "write"
    ADMIN = "admin"


@app.command()
def create(
    name: Annotated[str, typer.Argument(callback=not_blank, help="What the key is for, to recognise it by.")],
    scope: Annotated[
        Scope, typer.Option(help="read; write: also hand in articles; admin: everything.")
    ] = Scope.READ,
    days: Annotated[int | None, typer.Option(min=1, help="Days until it expires; without it, never.")] = None,
    data: Data = None,
) -> None:
    """Print a new key. It is shown this once; send it as `Authorization: Bearer KEY`."""
    from records.session import Session
    from records.store import tokens

    def work(session: Session) -> tuple[str, str]:
        expires_at = session.now + timedelta(days=days) if days else None
        token, secret = tokens.create(session, name, [scope.value], expires_at=expires_at)
        return token.id, secret

    token_id, secret = database(data, new=True).run(work)
    sys.stderr.write(f"{token_id} ({scope.value}); the key is shown only now:\n")
    sys.stdout.write(secret + "\n")


@app.command("list")
def every(data: Data = None) -> None:
    """Print the keys: id, first characters, scope, name, last use."""
    from records.store import tokens

    with database(data).read() as session:
        for token in tokens.every(session):
            state = (
                "revoked"
                if token.revoked_at
                else "expired"
                if token.expires_at and token.expires_at <= session.now
                else ""
            )
            used = f"last used {token.last_used_at:%Y-%m-%d %H:%M}" if token.last_used_at else "never used"
            scopes = ",".join(token.scopes) or f"filter {token.filter_id}"
            sys.stdout.write(
                f"{token.id}  {token.prefix}...  {scopes:<6} {token.name}  {used}  {state}".rstrip() + "\n"
            )


@app.command()
def revoke(
    token_id: Annotated[str, typer.Argument(help="The key's id, from `sponsorwire token list`.")],
    data: Data = None,
) -> None:
    """Make a key worthless from now on."""
    from records.store import tokens

    if not database(data).run(lambda session: tokens.revoke(session, token_id)):
        sys.stderr.write(f"sponsorwire: no key {token_id} is in use; see: sponsorwire token list\n")
        raise typer.Exit(1)
    sys.stdout.write(f"{token_id} is revoked.\n")
