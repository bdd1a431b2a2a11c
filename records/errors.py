"""The two errors that matter: the input is at fault, or the world is and the work is tried again."""


class Rejected(Exception):
    """The input is at fault: it is recorded with this reason and never tried again by itself.

    `code` is one stable lower-case word (or words joined by `_`) that programs may compare, `reason` a
    sentence for a person.
    """

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(f"{code}: {reason}")
        self.code = code
        self.reason = reason

    def __reduce__(self) -> tuple[type["Rejected"], tuple[str, str]]:
        return (Rejected, (self.code, self.reason))


class Unavailable(Exception):
    """Something we depend on does not answer now; the work is tried again, with back-off."""
