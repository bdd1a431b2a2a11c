"""Who speaks in whole stories: long offices, families of one name, trades of firms, festivals, openings."""

from enrich.pipeline import enrich
from records.record import Article, QuoteKind


def said(body: str) -> list[tuple[str, str | None]]:
    """Return what is quoted in a story, and who said it."""
    quotes = enrich(Article(id="a", text=body)).quotes
    return [
        (quote.text, quote.speaker.name if quote.speaker else None)
        for quote in quotes
        if quote.kind is not QuoteKind.INDIRECT
    ]


def test_the_subject_stands_after_an_adjunct_that_begins_with_on() -> None:
    body = (
        "On the eve of his election to a second term as president in March, Lorcan Odell rallied members by"
        " warning darkly that “the rule of the board is in danger”."
    )
    assert said(body) == [("the rule of the board is in danger", "Lorcan Odell")]


def test_a_participle_after_a_quotation_says_nothing() -> None:
    body = "Anna Kessel leads the club. Kessel hopes the bill can be “the best of both,” giving states more power."
    assert said(body) == [("the best of both,", "Anna Kessel")]


def test_whoever_sought_something_is_who_tells_it() -> None:
    body = (
        "Paulo Odell chairs Moro Rovers. Odell sought to calm the members, telling them the prize was"
        " “safe in the bank of the town”."
    )
    assert said(body) == [("safe in the bank of the town", "Paulo Odell")]


def test_a_long_office_is_held_by_the_person_named_at_its_end() -> None:
    body = (
        "“She is a fighter,” said Velloro's global vice-president of marketing and relations for Europe, the"
        " Middle East and Africa, Anneke van der Moor."
    )
    assert said(body) == [("She is a fighter,", "Anneke van der Moor")]


def test_an_athlete_s_noun_is_nobody_s_of_an_office() -> None:
    body = (
        "Anna Brill, who won gold, has joined Velloro.\n\n“She fights,” said Velloro vice-president Ada Kessel."
        "\n\nThe sprinter said the offer had come “on the worst day of my life”."
    )
    assert said(body)[1] == ("on the worst day of my life", "Anna Brill")


def test_the_younger_of_a_family_is_who_is_called_a_son() -> None:
    body = (
        "Desmond Brill built Brill Roofing. His son Craig Brill runs the club.\n\n“I paid,” Desmond said.\n\n"
        "The younger Brill said the club had “outgrown the back of a lorry”."
    )
    assert said(body)[1] == ("outgrown the back of a lorry", "Craig Brill")


def test_a_brewery_that_speaks_is_no_club() -> None:
    body = (
        "Moro Wanderers have lost shirt sponsor Otterburn Ales after two seasons.\n\n"
        "In its statement, the brewery said: “All good things end. We wish them promotion.”"
    )
    assert said(body)[0] == ("All good things end. We wish them promotion.", "Otterburn Ales")


def test_a_festival_may_speak() -> None:
    body = "The Linden Moro Jazz Festival said in a statement Wednesday that it “respects every voice of the town”."
    assert said(body) == [("respects every voice of the town", "Linden Moro Jazz Festival")]


def test_a_nation_s_word_after_a_measure_is_whoever_was_spoken_of() -> None:
    body = (
        "Forward Andre Brill was asked about the colour. “I play for the Moths, not the paint store,” the 6-foot-9"
        " Ghanaian said."
    )
    assert said(body) == [("I play for the Moths, not the paint store,", "Andre Brill")]


def test_the_nation_is_rather_of_whom_the_sentence_before_is_about() -> None:
    body = (
        "Heidi Kessel runs the team. Kessel wrote a post. Kessel apologised, and Kessel smiled.\n\n"
        "Firm chief Sven Odell accepted the apology. The Finn, who once raced, said Kessel was “the best boss on"
        " the grid”."
    )
    assert said(body) == [("the best boss on the grid", "Sven Odell")]


def test_who_holds_an_office_is_named_after_it() -> None:
    body = (
        "Moro Ferries has left. The regatta's commodore, Rear Admiral Hugo Brill, learned of it from the firm's"
        " chief executive, Beth Kessel.\n\n“She rang me on the ferry,” he said.\n\n"
        "A former commodore, Sir Piers Odell, was unimpressed."
    )
    assert said(body) == [("She rang me on the ferry,", "Hugo Brill")]


def test_she_is_rather_who_is_known_to_be_a_woman() -> None:
    body = (
        "Kiwa Odell and Bethan Brill met in May. “He signed it on a plate,” Brill says.\n\n“It was the only paper,”"
        " Odell says.\n\nHe has won twice. She has been promoted. “I owe him my office,” she says."
    )
    assert said(body)[-1] == ("I owe him my office,", "Bethan Brill")


def test_he_is_who_spoke_and_not_whom_he_met() -> None:
    body = (
        "Dana Moro was asked about it. “We have had problems here in the past,” Moro said after meeting with Ode"
        " president Vladimir Odell. He did not suggest a fine. “Our goal is not to start a cycle of it.”"
    )
    assert said(body)[-1] == ("Our goal is not to start a cycle of it.", "Dana Moro")
