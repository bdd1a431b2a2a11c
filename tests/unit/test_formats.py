"""Each format finds the article in its kind of file, and nothing that is not there."""

from pathlib import Path

import pytest

from ingest import format as formats
from ingest.draft import Dated, Draft
from ingest.formats import email, html, json, markdown, text
from records.errors import Rejected

LONG = "The Harbour Gulls signed a shirt deal with Brightwater on Monday, the club said in a statement. "


def one(found: object) -> Draft:
    (draft,) = list(found)  # type: ignore[call-overload]
    assert isinstance(draft, Draft)
    return draft


def test_a_headline_that_stands_apart_is_the_title_and_the_lines_under_it_are_about_the_article() -> None:
    raw = b"Gulls sign Brightwater\n\nBy Jory Pascoe and Mei Lund\nHarbour Courier, 12 May 2026\n\nOn it goes.\n"
    assert one(text.read(raw)) == Draft(
        text="On it goes.\n",
        title="Gulls sign Brightwater",
        byline=("Jory Pascoe", "Mei Lund"),
        dates=(Dated("12 May 2026", "text"),),
        source_name="Harbour Courier",
    )


def test_a_first_paragraph_is_no_title() -> None:
    raw = b"The Gulls signed Brightwater on Monday.\n\nThe deal runs for four years.\n"
    assert one(text.read(raw)) == Draft(
        text="The Gulls signed Brightwater on Monday.\n\nThe deal runs for four years.\n"
    )


def test_a_headline_may_end_in_an_abbreviation() -> None:
    assert one(text.read(b"Gulls Sign Padel Maker to Grow Across the U.S.\n\nThe deal runs on.")).title is not None
    assert one(text.read(b"The Gulls have signed a maker from the U.S.\n\nThe deal runs on.")).title is None


def test_a_headline_directly_above_paragraphs_is_the_title() -> None:
    body = f"{LONG}\n{LONG}\n{LONG}"
    assert one(text.read(f"Gulls sign Brightwater\n{body}".encode())).title == "Gulls sign Brightwater"


def test_lines_broken_at_a_column_are_joined() -> None:
    raw = (
        b"Gulls sign Brightwater\n\nThe Harbour Gulls signed a shirt deal with the building society\n"
        b"Brightwater on Monday, the club said, and the name will be on the\nshirts from August.\n\n"
        b"Nobody said what it costs, and the two sides will not say before the\nseason begins.\n"
    )
    assert one(text.read(raw)).text == (
        "The Harbour Gulls signed a shirt deal with the building society Brightwater on Monday, the club said, and "
        "the name will be on the shirts from August.\n\nNobody said what it costs, and the two sides will not say "
        "before the season begins.\n"
    )


def test_the_day_of_a_dateline_is_kept_and_the_dateline_stays_in_the_text() -> None:
    draft = one(text.read(b"Deal done\n\nKOCHI, Jan 27, 2026: The Comets have a sponsor."))
    assert (draft.text, draft.dates) == (
        "KOCHI, Jan 27, 2026: The Comets have a sponsor.",
        (Dated("Jan 27, 2026", "dateline"),),
    )


def test_an_outlet_after_the_writers_name_is_the_source_and_a_post_is_not() -> None:
    outlet = one(text.read(b"A headline\n\nBy Harriet Olowu, South West Ledger\n\nThe body."))
    post = one(text.read(b"A headline\n\nBy Harriet Olowu, Staff Writer\n\nThe body."))
    assert (outlet.byline, outlet.source_name) == (("Harriet Olowu",), "South West Ledger")
    assert (post.byline, post.source_name) == (("Harriet Olowu",), None)


PAGE = f"""<!doctype html><html lang="en-GB"><head><title>Gulls sign Brightwater - Harbour Courier</title>
<meta property="og:site_name" content="Harbour Courier">
<link rel="canonical" href="https://courier.example/gulls?utm_source=x">
<script type="application/ld+json">{{"@graph": [{{"@type": "WebSite", "name": "x"}}, {{"@type": "NewsArticle",
 "headline": "Gulls sign Brightwater", "datePublished": "2026-05-12T08:00:00+01:00",
 "author": [{{"@type": "Person", "name": "Jory Pascoe"}}]}}]}}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Gulls sign Brightwater</h1>
<figure><img src="a.jpg"><figcaption>The captain in the new shirt on Monday</figcaption></figure>
<p>{LONG}It runs for four years.</p><p>{LONG}Nobody said what it costs.</p></article>
<footer>All rights reserved</footer></body></html>"""


def test_a_page_gives_its_main_text_apart_from_what_it_says_about_it() -> None:
    assert one(html.read(PAGE.encode())) == Draft(
        text=f"{LONG}It runs for four years.\n{LONG}Nobody said what it costs.",
        title="Gulls sign Brightwater",
        byline=("Jory Pascoe",),
        dates=(Dated("2026-05-12T08:00:00+01:00", "json-ld"),),
        urls=("https://courier.example/gulls?utm_source=x",),
        language="en-GB",
        source_name="Harbour Courier",
        captions=("The captain in the new shirt on Monday",),
    )


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<html><body>" + "<div>" * 300 + "deep" + "</div>" * 300, "too_deep"),
        ("<html><body><p " + " ".join(f"a{n}=1" for n in range(600)) + ">x</p>", "too_many_attributes"),
        ("<html></html>" * 0 + "<!-- nothing -->", "no_text"),
    ],
)
def test_a_page_that_no_parser_should_get_is_refused(page: str, code: str) -> None:
    with pytest.raises(Rejected) as refused:
        list(html.read(page.encode()))
    assert refused.value.code == code


def test_formatting_left_open_a_thousand_times_loses_no_text() -> None:
    page = "<html><body>" + "<b><i><font color=red>" * 1000 + f"<p>{LONG * 4}</p><p>{LONG * 4}</p>"
    assert LONG.strip() in one(html.read(page.encode())).text


def test_control_characters_in_a_page_lose_no_text() -> None:
    page = f"<html><body><p>{LONG * 3}\x0b\x01</p><p>{LONG * 3}&#1;&#x0B;&#x41;</p>"
    assert one(html.read(page.encode())).text == f"{LONG * 3}".strip() + "\n" + f"{LONG * 3}A"


def test_a_page_with_ten_million_characters_in_one_line_is_read_whole() -> None:
    from ingest.markup import tree_of

    assert len(tree_of("<html><body><p>" + "a word " * 1_600_000).text_content()) == 11_200_000


def test_markdown_reads_front_matter_and_the_text_as_a_reader_sees_it() -> None:
    raw = (
        b"---\ntitle: Gulls sign Brightwater\ndate: 2026-05-12\nauthor:\n  - Jory Pascoe\n"
        b"url: https://courier.example/gulls\nsource: Harbour Courier\n---\n\n"
        b"The *Gulls* signed [Brightwater](https://b.example).\n\n- four years\n- no price\n\n"
        b"![The captain in the new shirt](a.jpg)\n\n<script>alert(1)</script>\n"
    )
    assert one(markdown.read(raw)) == Draft(
        text="The Gulls signed Brightwater.\nfour years\nno price",
        title="Gulls sign Brightwater",
        byline=("Jory Pascoe",),
        dates=(Dated("2026-05-12", "front matter"),),
        urls=("https://courier.example/gulls",),
        source_name="Harbour Courier",
        captions=("The captain in the new shirt",),
    )


@pytest.mark.parametrize(
    "front",
    [
        "x: !!python/object/apply:os.system [id]",
        "a: &a [x]\n" + "\n".join(f"b{n}: *a" for n in range(100)),
        "- a\n- b",
        "title: [",
        "title: {a: {b: 1}}",
    ],
)
def test_front_matter_that_is_more_than_names_and_values_is_refused(front: str) -> None:
    with pytest.raises(Rejected) as refused:
        list(markdown.read(f"---\n{front}\n---\n\nText.\n".encode()))
    assert refused.value.code in ("front_matter", "schema")


def test_json_reads_schema_org_and_plain_objects() -> None:
    stated = b'{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "H", "articleBody": "B one."}'
    plain = (
        b'{"title": "H", "text": "B one.", "url": "https://x.example/a", "published_at": "2026-05-12T08:00:00Z"}'
    )
    assert one(json.read(stated)) == Draft(text="B one.", title="H")
    assert one(json.read(plain)) == Draft(
        text="B one.",
        title="H",
        dates=(Dated("2026-05-12T08:00:00Z", "json"),),
        urls=("https://x.example/a",),
    )


def test_of_json_lines_only_the_broken_line_is_refused() -> None:
    found = list(json.read(b'{"title": "A", "text": "One."}\n{"title": "B", \n{"title": "C", "text": "Three."}\n'))
    assert [one.title if isinstance(one, Draft) else (one.code, one.reason[:7]) for one in found] == [
        "A",
        ("not_json", "Line 2:"),
        "C",
    ]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b'{"title": "A", "text": "x",}', "not_json"),
        (b"{'title': 'A'}", "not_json"),
        (b"[" * 100_000, "too_deep"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "bad_number"),
        (b'{"a": NaN}', "bad_number"),
        (b'{"text": "a", "text": "b"}', "duplicate_keys"),
        (b'"just a text"', "schema"),
        (b"[]", "no_text"),
    ],
)
def test_json_that_is_at_fault_is_refused_with_its_fault(raw: bytes, code: str) -> None:
    with pytest.raises(Rejected) as refused:
        list(json.read(raw))
    assert refused.value.code == code


def test_a_field_of_the_wrong_kind_is_named() -> None:
    (found,) = json.read(b'{"title": {"a": 1}, "text": "x"}')
    assert isinstance(found, Rejected)
    assert (found.code, found.reason) == ("schema", "The field title is an object where a text should be.")


def test_a_page_that_a_browser_saved_is_read_as_the_page() -> None:
    raw = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://paper.example/sport/mistral
Subject: Mistral Cola leaves the Wheelers
Date: Tue, 12 May 2026 09:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html; charset=utf-8
Content-Location: https://paper.example/sport/mistral

<html lang="en"><head><title>Mistral Cola leaves the Wheelers</title></head><body><article>
<p>Mistral Cola will end its title sponsorship of the cycling team Aubry Wheelers after the season.</p>
</article></body></html>
--b
Content-Type: text/css

body { color: red }
--b--
"""
    assert email.claim("saved.mhtml", raw) == 2
    assert one(email.read(raw)) == Draft(
        text="Mistral Cola will end its title sponsorship of the cycling team Aubry Wheelers after the season.",
        title="Mistral Cola leaves the Wheelers",
        urls=("https://paper.example/sport/mistral",),
        language="en",
    )


def test_an_e_mail_gives_its_subject_sender_date_and_plain_text() -> None:
    raw = (
        b"From: Quill Press Office <press@quill.example>\r\nTo: desk@courier.example\r\n"
        b"Subject: Fwd: =?utf-8?q?Quill_denies_talks_=E2=80=93_statement?=\r\n"
        b"Date: Tue, 19 May 2026 15:20:00 +0100\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/alternative; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/html\r\n\r\n<p>Not this</p>\r\n"
        b'--b\r\nContent-Type: text/plain; charset="utf-8"\r\n\r\nQuill denies it.\r\n\r\n'
        b"-- \r\nThe office\r\n--b--\r\n"
    )
    assert one(email.read(raw)) == Draft(
        text="Quill denies it.\n\n",
        title="Quill denies talks – statement",
        dates=(Dated("Tue, 19 May 2026 15:20:00 +0100", "header"),),
        source_name="Quill Press Office",
    )


def test_an_e_mail_of_a_thousand_nested_parts_is_refused() -> None:
    raw = b"From: a@b.example\nSubject: x\n"
    for n in range(1000):
        raw += b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n)
    with pytest.raises(Rejected) as refused:
        list(email.read(raw))
    assert refused.value.code == "too_deep"


@pytest.mark.parametrize(
    ("name", "head", "format_name"),
    [
        ("a.txt", b"Some words.", "text"),
        ("a", b"Some words.", "text"),
        ("a.txt", b"<!DOCTYPE html><html>", "html"),
        ("a.pdf", b"  <!-- x --><html lang=en>", "html"),
        ("a.html", b"words without a tag", "html"),
        ("a.txt", b'{"title": "x"}', "json"),
        ("a.txt", b"[Photo/AN] The captain", "text"),
        ("a.md", b"# Title", "markdown"),
        ("a.txt", b"---\ntitle: x\n---\n", "markdown"),
        ("a.bin", b"From: a@b.example\nSubject: x\nDate: y\n\nwords", "email"),
        ("a.txt", b"From: the desk\n\nwords", "text"),
        ("a.jsonl", b'{"title": "x"}\n{"title": "y"}', "json"),
    ],
)
def test_the_content_decides_before_the_name(name: str, head: bytes, format_name: str) -> None:
    assert formats.choose(name, head)[0] == format_name


@pytest.mark.parametrize(("name", "head"), [("a.txt", b"%PDF-1.7"), ("a.py", b"import os"), ("a", b"\x7fELF\x02")])
def test_what_no_format_claims_is_refused(name: str, head: bytes) -> None:
    with pytest.raises(Rejected) as refused:
        formats.choose(name, head)
    assert refused.value.code == "unsupported_type"


@pytest.mark.parametrize(
    ("name", "head", "reason"),
    [
        ("news.rss", b'<?xml version="1.0"?>\n<!-- x -->\n<rss version="2.0">', "The file is a news feed"),
        ("news.txt", b'\xef\xbb\xbf<feed xmlns="http://www.w3.org/2005/Atom">', "The file is a news feed"),
        ("crawl.warc", b"WARC/1.0\r\nWARC-Type: response\r\n", "The file is a web archive; only articles"),
        (
            "a.py",
            b"import os",
            "Files of this type are not read: 'a.py'. What is read: email, html, json, markdown, text.",
        ),
    ],
)
def test_what_is_not_read_is_told_what_it_is(name: str, head: bytes, reason: str) -> None:
    with pytest.raises(Rejected) as refused:
        formats.choose(name, head)
    assert refused.value.reason.startswith(reason)


def test_every_format_is_found_by_its_file() -> None:
    files = {path.stem for path in Path(str(formats.formats.__file__)).parent.glob("*.py")} - {"__init__"}
    assert set(formats.known()) == files


def test_a_date_that_is_only_shown_counts_after_the_one_in_the_address() -> None:
    from datetime import UTC, datetime

    from ingest.normalise import normalise

    now = datetime(2026, 11, 21, tzinfo=UTC)
    shown = f'<html><body><span class="date">12 May 2026</span><p>{LONG * 3}</p>'
    linked = shown.replace(
        "<body>", '<head><link rel="canonical" href="https://c.example/2026/05/10/a"></head><body>'
    )
    found = [normalise(one(html.read(page.encode())), "a.html", now) for page in (shown, linked)]
    assert [(str(each.article.published_at)[:10], each.published_basis) for each in found] == [
        ("2026-05-12", "shown (day)"),
        ("2026-05-10", "url (day)"),
    ]
