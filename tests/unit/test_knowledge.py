"""The knowledge base: what an entry says, how names are found, and that the data files are sound."""

from importlib import resources

from enrich import knowledge
from enrich.knowledge import Base, Entry, Match
from records.record import EntityKind

CLUBS = "[rights_holder club football GB] Ode League"
ITEM = "Ode Rovers = Rovers of Ode | ~Ode @ Moro Park"


def small() -> Base:
    return Base(dict.fromkeys(("Ode Rovers", "Rovers of Ode", "Ode", "Moro Park"), (CLUBS, ITEM)))


def test_a_name_is_found_at_the_edges_of_words_the_longest_first_and_says_whether_it_is_sure() -> None:
    club = Entry("Ode Rovers", EntityKind.RIGHTS_HOLDER, "club", "football", None)
    ground = Entry("Moro Park", EntityKind.VENUE, "venue", "football", "Ode Rovers")
    assert small().find("Odessa saw Ode Rovers win; Ode won at Moro Park.") == [
        Match(11, 21, "Ode Rovers", club, True),
        Match(27, 30, "Ode", club, False),
        Match(38, 47, "Moro Park", ground, True),
    ]
    assert club.id == "kb:ode-rovers"


def test_a_leading_the_and_curly_marks_do_not_hide_a_name() -> None:
    base = knowledge.base()
    assert base.get("the Olympics") == Entry(
        "Olympic Games", EntityKind.EVENT, "event", "olympic", "International Olympic Committee"
    )
    assert base.get("McDonald’s") == base.get("McDonald's")
    assert base.get("Nobody Listed") is None


def test_every_holder_is_an_entry_and_no_two_entries_share_an_id() -> None:
    entries = {knowledge._entry(head, item, item) for head, item in knowledge._read().values()}
    names = {entry.name for entry in entries}
    assert [entry for entry in entries if entry.holder and entry.holder not in names] == []
    by_id: dict[str, set[str]] = {}
    for entry in entries:
        by_id.setdefault(entry.id, set()).add(entry.name)
    assert [names for names in by_id.values() if len(names) > 1] == []
    assert len(names) >= 5000


def test_the_lists_of_words_are_read_in_lower_case_with_blanks() -> None:
    files = (resources.files("enrich.knowledge") / "words").iterdir()
    lists = {file.name.removesuffix(".txt"): knowledge.words(file.name.removesuffix(".txt")) for file in files}
    assert [
        name for name, words in lists.items() if not words or any(word != word.casefold() for word in words)
    ] == []
    assert "chief executive" in lists["titles"]
    assert knowledge.pairs("organisation_nouns")["airline"] == "airline"
