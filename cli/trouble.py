"""What a command says when the machine, not the program, is at fault: one line and no traceback."""

from records.errors import Unavailable


def told(error: Exception) -> str | None:
    """Return the line for a person, or None for what is a bug and must stay loud."""
    if isinstance(error, Unavailable):
        return str(error)
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename and error.strerror else str(error)
    # A command that never opened a database need not wait for the import of what talks to one.
    if type(error).__module__ == "sqlalchemy.exc":
        from sqlalchemy.exc import DatabaseError, OperationalError

        # The address is wrong, the server away, the disk full, the file no database; the other kinds are ours.
        if isinstance(error, DatabaseError) and type(error) in (OperationalError, DatabaseError):
            return f"the database: {str(error.orig).splitlines()[0]}"
    return None
