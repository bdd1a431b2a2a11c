"""One sponsor and one club, and what a text written on a known day tells of their deal."""

from datetime import UTC, datetime

from records.record import Deal
from tests.claims import FIRM, B, P, R, deals

CAST = {"Quillbank": B, "Marrow_Rovers": R, "Tarn_Motors": B, "Ines_Vautrin": P, "Doyle_Construction": FIRM}
SIGNED = "Quillbank has become the main sponsor of Marrow Rovers. "
LEFT = "Quillbank is to end its sponsorship of Marrow Rovers. "
WRITTEN = datetime(2031, 9, 17, tzinfo=UTC)


def story(body: str, sponsor: str = "Quillbank") -> Deal:
    """Return what the text, written in September 2031, reports of the sponsor and the club."""
    found = deals(None, body, WRITTEN, **CAST)
    return next(d for d in found if (d.sponsor.name, d.rights_holder.name) == (sponsor, "Marrow Rovers"))
