"""Normalising: the words stay, everything around them gets one form."""

from datetime import UTC, datetime

import pytest

from ingest import address, characters
from ingest.dates import Stamp, date_in_address, published, read_date
from ingest.draft import Dated, Draft
from ingest.encoding import decode
from ingest.language import is_plainly_english
from ingest.normalise import normalise
from records.errors import Rejected

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def test_a_caption_before_the_body_goes_apart_and_its_credit_off() -> None:
    draft = Draft(
        text="Harbour FC president Ola Dahl (right) exchanges shirts with Mei Lund in Corvane. [Photo/HC] |\n"
        "Brightwater has become a sponsor of Harbour FC.\nRead more: Five shirts we loved\n“It is done,” Lund said."
    )
    article = normalise(draft, "a.txt", NOW).article
    assert article.text == "Brightwater has become a sponsor of Harbour FC.\n\n“It is done,” Lund said."
    assert article.captions == ("Harbour FC president Ola Dahl (right) exchanges shirts with Mei Lund in Corvane.",)


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Sign up to our free daily newsletter for the latest news",
        "Share this article",
        "Facebook Twitter WhatsApp",
        "READ MORE: Gulls sign Brightwater",
        "Photo: Mei Lund/Harbour Courier",
        "© 2026 Harbour Courier. All rights reserved",
        "###",
        "-30-",
        "Follow us on Instagram",
    ],
)
def test_a_line_of_the_page_is_no_part_of_the_body(line: str) -> None:
    assert normalise(Draft(text=f"First.\n{line}\nLast."), "a.txt", NOW).article.text == "First.\n\nLast."


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell after the club said it would end the deal.",
        "Related parties must be named, the league said.",
        "Follow-on deals are worth $4 million a year.",
        "Read the contract, Lund said, and you will see it.",
        "The photo shows the captain with the sponsor's chief executive.",
        "“Subscribe or not, we do not care,” said Dahl.",
        "Print is not dead, said the paper's new sponsor.",
        "Ends of seasons are when contracts end.",
    ],
)
def test_a_sentence_of_the_article_stays(line: str) -> None:
    assert (
        normalise(Draft(text=f"First.\n{line}\nLast."), "a.txt", NOW).article.text == f"First.\n\n{line}\n\nLast."
    )


def test_characters_that_do_harm_go_and_quotation_marks_stay() -> None:
    draft = Draft(
        text="“Zo\u0065\u0308 said\x00 ‘no’”\u202e\u00a0and left.\r\n\r\n\u2028It\u2019s  over.", title="A\x07 b"
    )
    article = normalise(draft, "a.txt", NOW).article
    assert (article.title, article.text) == ("A b", "“Zoë said ‘no’” and left.\n\nIt’s over.")


def test_a_million_combining_marks_are_cut_to_eight() -> None:
    assert characters.lines("a" + "\u0301\u0302" * 500_000 + "b") == ["\u00e1" + "\u0302\u0301" * 3 + "\u0302b"]


@pytest.mark.parametrize(
    ("raw", "stamp"),
    [
        ("2026-05-12T08:00:00+01:00", Stamp(datetime(2026, 5, 12, 7, 0, tzinfo=UTC), "second")),
        ("2026-05-12T08:00:00.123Z", Stamp(datetime(2026, 5, 12, 8, 0, tzinfo=UTC), "second")),
        ("2026-05-12T08:00:00", Stamp(datetime(2026, 5, 12, tzinfo=UTC), "day")),
        ("2026-05-12 08:00", Stamp(datetime(2026, 5, 12, tzinfo=UTC), "day")),
        ("2026-05-12", Stamp(datetime(2026, 5, 12, tzinfo=UTC), "day")),
        ("20260512", Stamp(datetime(2026, 5, 12, tzinfo=UTC), "day")),
        ("Tue, 12 May 2026 08:00:00 +0100", Stamp(datetime(2026, 5, 12, 7, 0, tzinfo=UTC), "second")),
        ("Tue, 12 May 2026 08:00:00 -0000", Stamp(datetime(2026, 5, 12, tzinfo=UTC), "day")),
        ("Sept. 3rd, 2026", Stamp(datetime(2026, 9, 3, tzinfo=UTC), "day")),
        ("3. März 2026", Stamp(datetime(2026, 3, 3, tzinfo=UTC), "day")),
        ("12 mai 2026", Stamp(datetime(2026, 5, 12, tzinfo=UTC), "day")),
        ("31/12/2025", Stamp(datetime(2025, 12, 31, tzinfo=UTC), "day")),
        ("3.4.2026", Stamp(datetime(2026, 4, 3, tzinfo=UTC), "day")),
        ("03/04/2026", None),
        ("30 February 2026", None),
        ("0001-01-01", None),
        ("9999-12-31T23:59:00-12:00", None),
        ("Mon, 99 Foo 99999", None),
        ("1/2/26", None),
        ("soon", None),
    ],
)
def test_a_date_is_read_as_it_stands_or_not_at_all(raw: str, stamp: Stamp | None) -> None:
    assert read_date(raw) == stamp


def test_a_date_in_the_future_is_passed_over() -> None:
    dates = (Dated("2027-01-01T00:00:00Z", "json-ld"), Dated("nonsense", "meta"), Dated("2026-05-12", "time"))
    assert published(dates, NOW) == (
        Stamp(datetime(2026, 5, 12, tzinfo=UTC), "day"),
        "time",
        ["date: json-ld date lies in the future", "date: meta date not understood"],
    )


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.example/2026/05/12/gulls", "2026-05-12"),
        ("https://x.example/sport/2026/may/12/gulls", "2026-05-12"),
        ("https://x.example/news-20260512", None),
        ("https://x.example/2026/13/45/gulls", None),
    ],
)
def test_the_date_of_an_address_is_its_last_resort(url: str, day: str | None) -> None:
    assert date_in_address(url) == day


@pytest.mark.parametrize(
    ("raw", "canonical"),
    [
        ("HTTPS://User:pw@News.Example:443/a/../b/?utm_source=x&b=2&a=1#top", "https://news.example/b?a=1&b=2"),
        ("http://news.example", "http://news.example/"),
        ("https://bücher.example/%7Ea/%e4", "https://xn--bcher-kva.example/~a/%E4"),
        ("https://news.example:8443/a", "https://news.example:8443/a"),
        ("javascript:alert(1)", None),
        ("/relative", None),
        ("https://localhost/a", None),
        ("https://news.example/" + "a" * 3000, None),
        ("https://news.example/a b", None),
        ("https://[::1/a", None),
        ("https://news.example:99999/a", None),
    ],
)
def test_an_address_has_one_form(raw: str, canonical: str | None) -> None:
    assert address.canonical(raw) == canonical


def test_the_domain_is_the_registrable_one() -> None:
    assert [address.domain(f"https://{host}/") for host in ("www.sport.news.co.uk", "news.example")] == [
        "news.co.uk",
        "news.example",
    ]


@pytest.mark.parametrize(
    ("raw", "declared", "text"),
    [
        ("“Café”".encode(), None, "“Café”"),
        ("“Café”".encode("utf-8-sig"), None, "“Café”"),
        ("“Café” is open".encode("utf-16"), None, "“Café” is open"),
        ("The “Café” is open".encode("utf-16-le"), None, "The “Café” is open"),
        ("The café’s “sponsor”".encode("cp1252"), "utf-8", "The café’s “sponsor”"),
        ("Łódź ma sponsora".encode("iso-8859-2"), "iso-8859-2", "Łódź ma sponsora"),
        (b"+ADw-script+AD4-", "utf-7", "+ADw-script+AD4-"),
    ],
)
def test_bytes_are_read_in_the_encoding_they_have(raw: bytes, declared: str | None, text: str) -> None:
    assert decode(raw, declared)[0] == text


def test_binary_data_is_no_text() -> None:
    import random

    with pytest.raises(Rejected) as refused:
        decode(random.Random(1).randbytes(100_000))
    assert refused.value.code == "not_text"


def test_the_same_words_have_one_fingerprint_and_an_edit_another() -> None:
    first = normalise(Draft(text="One two.\nThree."), "a.txt", NOW)
    layout = normalise(Draft(text="One  two.\r\n\r\n\r\nThree.  "), "a.txt", NOW)
    edited = normalise(Draft(text="One two.\nFour."), "a.txt", NOW)
    assert (layout.fingerprint, layout.identity) == (first.fingerprint, first.identity)
    assert edited.fingerprint != first.fingerprint


def test_an_article_is_known_by_its_address_whatever_tracks_it() -> None:
    one = Draft(text="One.", urls=("http://www.news.example/a/?utm_source=mail",))
    two = Draft(text="Two.", urls=("https://news.example/a#top",))
    assert normalise(one, "a.html", NOW).identity == normalise(two, "b.html", NOW).identity


def test_a_page_that_names_addresses_on_two_sites_is_not_known_by_either() -> None:
    draft = Draft(text="One.", title="T", urls=("https://other.example/a", "https://news.test/a"))
    normal = normalise(draft, "a.html", NOW)
    assert (normal.identity, normal.article.source.domain) == ("file a.html t", None)
    assert normal.article.warnings == ("url: the file names addresses on several sites",)


def test_nothing_but_marks_is_no_article() -> None:
    with pytest.raises(Rejected) as refused:
        normalise(Draft(text=" \n --- \n\u200b"), "a.txt", NOW)
    assert refused.value.code == "no_text"


def test_the_language_is_read_from_the_words() -> None:
    german = "Der Verein hat einen neuen Hauptsponsor gefunden, teilte er am Dienstag mit."
    assert normalise(Draft(text=german, language="en-GB"), "a.txt", NOW).article.language == "de"
    assert normalise(Draft(text="Ok.", language="en-GB"), "a.txt", NOW).article.language == "en"
    assert normalise(Draft(text="Ok."), "a.txt", NOW).article.language is None


def test_everyday_words_alone_tell_english_where_there_are_enough_of_them() -> None:
    english = "The club said that it has found a new sponsor for the shirts of the women. "
    german = "Der Verein hat einen neuen Hauptsponsor gefunden, teilte er am Dienstag mit. "
    texts = (english, english * 2, german * 2, english * 2 + german * 5)
    assert [is_plainly_english(text) for text in texts] == [False, True, False, False]


@pytest.mark.parametrize(
    ("named", "byline"),
    [
        (("By Jory Pascoe and Mei Lund, Staff Writers",), ("Jory Pascoe", "Mei Lund")),
        (("JORY PASCOE, Associated Press",), ("JORY PASCOE",)),
        (("Pascoe, Jory",), ("Pascoe, Jory",)),
        (("Jory Pascoe", "jory@courier.example", "https://courier.example/jory", "humans.txt"), ("Jory Pascoe",)),
        (("Jory Pascoe; Mei Lund | Harbour Courier",), ("Jory Pascoe", "Mei Lund", "Harbour Courier")),
    ],
)
def test_a_byline_is_its_authors_one_by_one(named: tuple[str, ...], byline: tuple[str, ...]) -> None:
    assert normalise(Draft(text="One.", byline=named), "a.txt", NOW).article.byline == byline
