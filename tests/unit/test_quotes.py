"""Quotations and their speakers, form by form, on sentences about people and companies that do not exist."""

import re

import pytest

from enrich.findings import Found
from enrich.quotations import turns
from enrich.text import Text
from records.record import Entity, EntityKind, Quote, QuoteKind, Span

PEOPLE = {
    "Mara Quill": ("Quill",),
    "Tobias Renn": ("Renn",),
    "Odile Carrow": ("Carrow",),
}
BODIES = {"Halden Group": ("Halden",), "Westmere Rovers": ("Westmere", "Rovers")}


def entities(body: str) -> list[Entity]:
    """The people and bodies above wherever `body` names them; pronouns are left to the stage under test."""
    found = []
    for kind, names in ((EntityKind.PERSON, PEOPLE), (EntityKind.ORGANIZATION, BODIES)):
        for name, aliases in names.items():
            pattern = "|".join(re.escape(form) for form in (name, *aliases))
            mentions = [Span(start=m.start(), end=m.end()) for m in re.finditer(rf"\b(?:{pattern})\b", body)]
            if mentions:
                entity = Entity(
                    id=f"e{len(found)}", kind=kind, name=name, aliases=aliases, mentions=tuple(mentions)
                )
                found.append(entity)
    return found


def quotes(body: str) -> list[Quote]:
    found = Found(entities=entities(body))
    return list(turns.quotes(Text(body, None, (), None), found))


def said(body: str) -> list[tuple[str, str | None]]:
    """What is quoted in `body`, and who said it."""
    return [
        (quote.text, quote.speaker.name if quote.speaker else None)
        for quote in quotes(body)
        if quote.kind is not QuoteKind.INDIRECT
    ]


def reported(body: str) -> list[tuple[str, str | None]]:
    """What is reported in `body` without marks, and who said it."""
    return [
        (quote.text, quote.speaker.name if quote.speaker else None)
        for quote in quotes(body)
        if quote.kind is QuoteKind.INDIRECT
    ]


@pytest.mark.parametrize(
    "body",
    [
        '"We are proud of it," Quill said.',
        '"We are proud of it," said Mara Quill.',
        '"We are proud of it," said the group\'s chairwoman, Mara Quill.',
        '"We are proud of it," said Halden Group chief executive Mara Quill.',
        '"We are proud of it," said co-founder and chief executive of Halden, Mara Quill.',
        '"We are proud of it," Mara Quill, chief executive of Halden Group, told reporters.',
        '"We are proud of it," Quill, who joined in 2019 and runs the sports arm, said on Friday.',
        '"We are proud of it," added Quill in an interview.',
        '"We are proud of it" - Mara Quill',
        '"We are proud of it."\n\n- Mara Quill, chief executive',
        '"We are proud of it."\n\nMara Quill, chief executive of Halden Group',
        'From Mara Quill: "We are proud of it."',
        'The point, says Mara Quill, is that "We are proud of it."',
        '"We are proud of it," according to Mara Quill.',
        'Mara Quill: "We are proud of it."',
        'Mara Quill said: "We are proud of it."',
        'Quill told the Evening Ledger: "We are proud of it."',
        'Speaking in Lisbon, Quill said: "We are proud of it."',
        'In a statement, Quill said: "We are proud of it."',
        'Asked whether the deal would last, Quill replied: "We are proud of it."',
        'Mara Quill, director of partnerships at Halden Group said: "We are proud of it."',
        'Mara Quill, vice president, Halden Group, said: "We are proud of it."',
        'Mara Quill - the head of Halden - wrote on her page: "We are proud of it."',
        'Mara Quill (pictured) tweeted: "We are proud of it."',
        'Mara Quill, CHIEF EXECUTIVE "We are proud of it."',
        'Said Mara Quill, who signed the papers, "We are proud of it."',
        'Quill took the microphone and shot back, "We are proud of it."',
        'As Quill likes to put it, "We are proud of it."',
        'Quill opened the meeting. "We are proud of it," she said.',
        'Quill opened the meeting. She added: "We are proud of it."',
        'Quill was beaming. "We are proud of it."',
        'Quill opened the meeting, saying: "We are proud of it."',
        'Mara Quill was asked.\n\n"QUILL: We are proud of it."',
    ],
)
def test_a_full_quotation_has_the_speaker_its_frame_names(body: str) -> None:
    assert [(re.sub(r"^QUILL: |[.,]$", "", text), who) for text, who in said(body)] == [
        ("We are proud of it", "Mara Quill")
    ]


def test_an_interrupted_quotation_is_two_quotations_of_one_speaker() -> None:
    assert said('"We are proud," Quill said, "and we will stay." She smiled.') == [
        ("We are proud,", "Mara Quill"),
        ("and we will stay.", "Mara Quill"),
    ]
    assert said('"We are proud," said Quill. "We will stay for years."') == [
        ("We are proud,", "Mara Quill"),
        ("We will stay for years.", "Mara Quill"),
    ]


def test_a_paragraph_of_pure_quotation_continues_the_speaker_before() -> None:
    body = '"We are proud of it," said Quill.\n\n"It took three years.\n\n"Nobody believed in it."'
    assert [who for _, who in said(body)] == ["Mara Quill"] * 3


def test_a_paragraph_without_marks_that_ends_with_a_colon_introduces_the_next() -> None:
    assert said('Renn put it plainly and said:\n\n"The club comes first."') == [
        ("The club comes first.", "Tobias Renn")
    ]


def test_two_speakers_in_turn_are_kept_apart() -> None:
    body = '"We are proud of it," said Quill.\n\n"So are we at the club," Renn replied.\n\n"It will last."'
    assert [who for _, who in said(body)] == ["Mara Quill", "Tobias Renn", "Tobias Renn"]


def test_a_body_speaks_through_its_statement_its_site_and_its_spokespeople() -> None:
    quotation = '"The deal has ended by mutual consent,"'
    for frame in (
        "Westmere Rovers said in a statement.",
        "a statement from Westmere Rovers read.",
        "read a statement on Westmere's website.",
        "said a spokesman for Westmere Rovers.",
        "a Westmere Rovers spokeswoman said.",
    ):
        assert said(f"{quotation} {frame}") == [("The deal has ended by mutual consent,", "Westmere Rovers")], frame


def test_an_unnamed_voice_gives_a_quotation_without_speaker() -> None:
    body = "'We have had enough of it,' one season-ticket holder said."
    assert said(body) == [("We have had enough of it,", None)]
    assert quotes(body)[0].speaker_span is not None
    assert quotes(body)[0].confidence < 0.5


def test_a_fragment_is_mixed_and_belongs_to_whom_its_sentence_quotes() -> None:
    body = 'Renn said the offer was "an insult to every supporter" and left.'
    (quote,) = quotes(body)
    assert quote.kind is QuoteKind.MIXED
    assert said(body) == [("an insult to every supporter", "Tobias Renn")]


@pytest.mark.parametrize(
    "body",
    [
        'Carrow described the bid as "a very long shot indeed".',
        'The bid is "a very long shot indeed", according to Odile Carrow.',
        'The bid was "a very long shot indeed" for the town, Carrow said.',
        'Carrow, who has followed it for years, called the bid "a very long shot indeed" on Monday.',
        'Carrow told the board that the bank wanted "a very long shot indeed" to fail.',
    ],
)
def test_a_fragment_is_attributed_from_anywhere_in_its_sentence(body: str) -> None:
    assert said(body) == [("a very long shot indeed", "Odile Carrow")]


def test_what_a_clause_about_the_object_quotes_is_not_the_subjects() -> None:
    body = 'Renn announced the alliance, which will "change the face of the sport" for good.'
    assert said(body) == [("change the face of the sport", None)]


@pytest.mark.parametrize(
    "body",
    [
        'The "golden ticket" costs nothing this year.',
        'The musical "The Lantern Keeper of Oldport" opens in May.',
        'Her song "Nine Quiet Winters" was played.',
        'A friend known as "the Duke" came along.',
        'The company (the "Seller") ships on Monday.',
        "The sponsors' view and the fans' view differ in the '90s style.",
        'The 65" screen and the 6\'2" keeper were new.',
        'The Halden Group ("Halden") signed the papers.',
    ],
)
def test_titles_names_nicknames_and_terms_are_no_quotations(body: str) -> None:
    assert said(body) == []


def test_one_word_is_a_quotation_when_it_is_all_somebody_said() -> None:
    assert said('"Never," said Renn.') == [("Never,", "Tobias Renn")]


def test_a_question_and_its_asker() -> None:
    assert said('"Will it last?" Carrow asked. "It will," answered Renn.') == [
        ("Will it last?", "Odile Carrow"),
        ("It will,", "Tobias Renn"),
    ]


@pytest.mark.parametrize(
    ("body", "clause"),
    [
        ("Renn said the club will keep its colours.", "the club will keep its colours"),
        ("Renn said on Monday that the club will keep its colours.", "the club will keep its colours"),
        ("Renn told the Evening Ledger that the club will keep its colours.", "the club will keep its colours"),
        ("The club will keep its colours, Renn said.", "The club will keep its colours"),
        ("The club will keep its colours, said Tobias Renn.", "The club will keep its colours"),
        ("The club will keep its colours, according to Tobias Renn.", "The club will keep its colours"),
        ("According to Tobias Renn, the club will keep its colours.", "the club will keep its colours"),
    ],
)
def test_reported_speech_without_marks_is_indirect(body: str, clause: str) -> None:
    assert reported(body) == [(clause, "Tobias Renn")]


def test_what_nobody_said_is_not_reported_speech() -> None:
    assert reported("Renn said nothing. Renn announced a deal. The club kept its colours in the end.") == []
    assert reported("Some fans said the club will keep its colours.") == []


def test_a_bare_name_is_the_one_longer_name_that_begins_with_it() -> None:
    body = '"It will last," said Wen Zhaoming. "For years," Wen added.'
    wen = Entity(id="e1", kind=EntityKind.PERSON, name="Wen Zhaoming", mentions=(Span(start=21, end=33),))
    found = list(turns.quotes(Text(body, None, (), None), Found(entities=[wen])))
    assert [quote.speaker and quote.speaker.name for quote in found] == ["Wen Zhaoming", "Wen Zhaoming"]


def test_a_caption_takes_the_word_from_nobody() -> None:
    body = (
        "'We are glad to be here,' said Mara Quill.\n\nTobias Renn opened the new stand on Saturday\n\n"
        "'It will be a long season for all of us.'"
    )
    assert said(body)[-1] == ("It will be a long season for all of us.", "Mara Quill")


def test_a_heading_that_names_who_comes_to_speak_gives_the_word() -> None:
    body = "Halden Group makes boots.\n\nMara Quill was delighted with the deal\n\n“It is a good day for us all.”"
    assert said(body) == [("It is a good day for us all.", "Mara Quill")]


def test_who_and_which_mean_the_body_named_before_them() -> None:
    assert said(
        'The plan is backed by Halden Group, which said clubs face "a long and costly struggle" abroad.'
    ) == [("a long and costly struggle", "Halden Group")]
    assert said('The plan is backed by Halden Group (HG), who say clubs face "a long and costly struggle".') == [
        ("a long and costly struggle", "Halden Group")
    ]
    assert said(
        'It came from Mara Quill, chair of Halden Group, who said clubs face "a long and costly struggle".'
    ) == [("a long and costly struggle", "Mara Quill")]


def test_any_verb_between_a_quotation_and_a_name_attributes_it() -> None:
    assert said('"It is a good day for all of us," chirped Mara Quill. "We go on."') == [
        ("It is a good day for all of us,", "Mara Quill"),
        ("We go on.", "Mara Quill"),
    ]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("“We must act now,” said Halden Group, Inc. CEO Mara Quill.", "Mara Quill"),
        ("“We must act now,” said Halden Group (NASDAQ: HLD) chief executive Mara Quill.", "Mara Quill"),
        ("“Winning takes a team effort.” Says Mara Quill, director of Halden Group.", "Mara Quill"),
        ("“The team is ready for it,” Mara Quill, president and director of Halden Group.", "Mara Quill"),
    ],
)
def test_who_holds_an_office_speaks_and_not_the_body_named_before(body: str, speaker: str) -> None:
    assert [name for _, name in said(body)] == [speaker]


def test_a_pronoun_is_nobody_whom_the_quotation_names() -> None:
    body = "Mara Quill fell ill. “Obviously we all want Mara to get better soon,” she said."
    assert [name for _, name in said(body)] == [None]
