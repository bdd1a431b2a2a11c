"""A copy of the embedded database that is consistent although the service runs."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from records.session import Database


def backup(db: Database, file: Path) -> int:
    """Write the copy to `file` and return the exit status; an existing file is never overwritten.

    PostgreSQL has `pg_dump`, which does this better than we could.
    """
    if not db.is_sqlite:
        sys.stderr.write("sponsorwire: for PostgreSQL use pg_dump; this command copies the embedded database\n")
        return 2
    if file.exists():
        sys.stderr.write(f"sponsorwire: {file} exists; name another file\n")
        return 1
    unfinished = file.with_name(file.name + ".part")
    unfinished.unlink(missing_ok=True)
    # The online backup API copies one snapshot: https://www.sqlite.org/backup.html
    origin = f"{Path(str(db.url.database)).absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(origin, uri=True)) as source, closing(sqlite3.connect(unfinished)) as target:
            source.backup(target)
        unfinished.replace(file)
    except sqlite3.Error as error:
        unfinished.unlink(missing_ok=True)
        sys.stderr.write(f"sponsorwire: {file} could not be written: {error}\n")
        return 1
    sys.stdout.write(f"{file}: {file.stat().st_size:,} bytes\n")
    return 0
