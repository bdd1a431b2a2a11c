"""Tokens: shown once, kept as a hash, found by their public beginning, compared in constant time."""

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Literal

import sqlalchemy as sa
from sqlmodel import col, select

from records.session import Session
from records.tables import Audit, Token

Scope = Literal["read", "write", "admin"]
PREFIX_CHARS = 12  # `swk_` and eight more: enough to find the row, far too few to guess the rest
# `last_used_at` is for a person's eyes; writing it at every request would make readers writers.
USED_EVERY = timedelta(minutes=10)


def create(
    session: Session,
    name: str,
    scopes: Iterable[Scope],
    *,
    filter_id: str | None = None,
    expires_at: datetime | None = None,
    actor: str = "command",
) -> tuple[Token, str]:
    """Store a new token and return it with its secret, which nobody can be shown again."""
    secret = f"swk_{secrets.token_hex(4)}{secrets.token_urlsafe(32)}"
    token = Token(
        id=session.new_id("tok"),
        hash=_hash(secret),
        prefix=secret[:PREFIX_CHARS],
        name=name,
        scopes=sorted(set(scopes)),
        filter_id=filter_id,
        created_at=session.now,
        expires_at=expires_at,
        revoked_at=None,
        last_used_at=None,
    )
    session.add(token)
    _record(session, actor, "token.create", token.id)
    session.flush()
    return token, secret


def find(session: Session, secret: str) -> Token | None:
    """Return the token of this secret, unless it was revoked or has expired."""
    given = _hash(secret)
    found = None
    rows = session.exec(select(Token).where(Token.prefix == secret[:PREFIX_CHARS])).all()
    for row in rows:
        if hmac.compare_digest(row.hash.encode(), given.encode()):
            found = row
    if found is None or found.revoked_at is not None:
        return None
    return None if found.expires_at is not None and found.expires_at <= session.now else found


def is_stale(token: Token, now: datetime) -> bool:
    """Return whether the time of last use is old enough to be written again."""
    return token.last_used_at is None or now - token.last_used_at > USED_EVERY


def use(session: Session, token_id: str) -> None:
    """Note that the token was used now."""
    session.execute(sa.update(Token).where(col(Token.id) == token_id).values(last_used_at=session.now))


def get(session: Session, token_id: str) -> Token | None:
    """Return a token by its id."""
    return session.exec(select(Token).where(Token.id == token_id)).first()


def every(session: Session, *, limit: int = 500) -> Sequence[Token]:
    """Return the tokens, newest first, revoked ones too."""
    return session.exec(select(Token).order_by(col(Token.created_at).desc(), col(Token.id)).limit(limit)).all()


def revoke(session: Session, token_id: str, *, actor: str = "command") -> bool:
    """Make the token worthless from now on; return whether there was one to revoke."""
    token = get(session, token_id)
    if token is None or token.revoked_at is not None:
        return False
    token.revoked_at = session.now
    session.add(token)
    _record(session, actor, "token.revoke", token_id)
    return True


def _record(session: Session, actor: str, action: str, subject_id: str) -> None:
    session.add(Audit(id=None, at=session.now, actor=actor, action=action, subject_id=subject_id))


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
