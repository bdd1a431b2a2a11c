"""What must hold for any bytes and any text that somebody drops."""

import json as jsonlib
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from ingest import address, characters, markup
from ingest.body import parts
from ingest.dates import published, read_date
from ingest.draft import Dated, Draft
from ingest.format import known
from ingest.normalise import normalise
from records.errors import Rejected

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

PIECES = st.sampled_from(
    [
        "<html>",
        "<body>",
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<h1>T</h1>",
        '<script type="application/ld+json">',
        '{"@type":"NewsArticle","articleBody":"x"}',
        "<meta name=author content=",
        "<figcaption>",
        "---\n",
        "title: x\n",
        "&a *a",
        "{",
        "}",
        "[",
        "]",
        '"title":',
        '"text":',
        '"a"',
        ",",
        ":",
        "\n",
        "\n\n",
        "From: a@b.example\n",
        "Subject: =?utf-8?q?x?=\n",
        "Content-Type: multipart/mixed; boundary=b\n",
        "--b\n",
        "--b--\n",
        "Date: Mon, 99 Foo 99999\n",
        "By Jane Roe\n",
        "12 May 2026",
        "“It is,” ",
        "said the club. ",
        "\x00",
        "\r",
        "\ufeff",
        "\u202e",
        "e\u0301",
        "# Head\n",
        "> ",
        "- ",
        "![",
        "](",
        "`",
        "Photo: ",
        "[Photo/AN] |",
        "Read more: x\n",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map("".join),
)
BYTES = st.one_of(
    st.binary(max_size=400),
    TEXTS.map(lambda text: text.encode("utf-8", "replace")),
    TEXTS.map(lambda text: text.encode("utf-16-le", "replace")),
    TEXTS.map(lambda text: text.encode("cp1252", "replace")),
)


def normal_or_code(draft: Draft) -> str:
    try:
        normalise(draft, "a.txt", NOW)
    except Rejected as error:
        return error.code
    return "normal"


@pytest.mark.parametrize("name", sorted(known()))
@SLOW
@given(raw=BYTES)
def test_no_format_raises_anything_but_rejected_on_any_bytes(name: str, raw: bytes) -> None:
    try:
        found = list(known()[name].read(raw))
    except Rejected:
        return
    for one in found:
        assert isinstance(one, Draft | Rejected)
        if isinstance(one, Draft):
            assert normal_or_code(one) in ("normal", "no_text")


@SLOW
@given(name=st.text(max_size=20), head=BYTES)
def test_every_claim_is_no_one_by_name_or_by_content(name: str, head: bytes) -> None:
    assert {reader.claim(name, head) for reader in known().values()} <= {0, 1, 2}


@SLOW
@given(
    text=TEXTS,
    title=st.one_of(st.none(), TEXTS),
    byline=st.lists(TEXTS, max_size=3),
    captions=st.lists(TEXTS, max_size=3),
    outlet=st.one_of(st.none(), TEXTS),
    language=st.sampled_from([None, "en", "de-AT", "nonsense"]),
    url=st.one_of(st.none(), TEXTS.map(lambda text: f"https://news.example/{text}")),
)
def test_normalising_twice_is_normalising_once(
    text: str,
    title: str | None,
    byline: list[str],
    captions: list[str],
    outlet: str | None,
    language: str | None,
    url: str | None,
) -> None:
    draft = Draft(
        text=text,
        title=title,
        byline=tuple(byline),
        captions=tuple(captions),
        source_name=outlet,
        language=language,
        urls=(url,) if url else (),
        dates=(Dated("2026-05-12T08:00:00+01:00", "meta"),),
    )
    try:
        once = normalise(draft, "a.txt", NOW).article
    except Rejected:
        assume(False)
    again = normalise(
        Draft(
            text=once.text,
            title=once.title,
            byline=once.byline,
            captions=once.captions,
            source_name=once.source.name,
            language=once.language,
            urls=(once.url,) if once.url else (),
            dates=(Dated(once.published_at.isoformat(), "meta"),) if once.published_at else (),
        ),
        "a.txt",
        NOW,
    ).article
    assert again.model_copy(update={"warnings": once.warnings}) == once


@SLOW
@given(text=TEXTS)
@example("a" + "\u0344" * 30)
@example("\ud800 lone")
def test_cleaning_lines_twice_is_cleaning_them_once_and_leaves_nothing_unwanted(text: str) -> None:
    once = characters.lines(text)
    assert characters.lines("\n".join(once)) == once
    assert not characters.UNWANTED.search("".join(once))
    "\n".join(once).encode("utf-8")


@SLOW
@given(st.lists(TEXTS.map(lambda text: " ".join(text.split())).filter(bool), min_size=1, max_size=8))
def test_parting_twice_is_parting_once_and_never_leaves_nothing(paragraphs: list[str]) -> None:
    body, captions = parts(paragraphs)
    assert body
    assert parts(body, captions) == (body, captions)


@SLOW
@given(st.one_of(st.text(max_size=60), PIECES, st.datetimes().map(str), st.dates().map(str)))
@example("9999-12-31T23:59:00-12:00")
@example("Mon, 01 Jan 0001 00:00:00 -2359")
def test_any_text_is_a_date_or_none_and_never_in_the_future(raw: str) -> None:
    stamp = read_date(raw)
    assert stamp is None or stamp.at.tzinfo is not None
    found, _, _ = published((Dated(raw, "meta"),), NOW)
    assert found is None or found.at <= NOW


@SLOW
@given(st.one_of(st.text(max_size=80), st.text(max_size=60).map(lambda text: f"https://news.example/{text}")))
def test_canonical_twice_is_canonical_once(raw: str) -> None:
    once = address.canonical(raw)
    assert once is None or address.canonical(once) == once


@SLOW
@given(TEXTS)
def test_a_page_is_parsed_or_rejected(page: str) -> None:
    try:
        tree = markup.tree_of(page)
    except Rejected:
        return
    assert tree.tag == "html"


NAMES = st.sampled_from(["title", "text", "@type", "@graph", "author", "url", "image"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8) | st.just("NewsArticle"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=25,
)


@SLOW
@given(VALUES)
def test_any_json_value_is_read_or_rejected(value: object) -> None:
    try:
        found = list(known()["json"].read(jsonlib.dumps(value).encode()))
    except Rejected:
        return
    assert all(isinstance(one, Draft | Rejected) for one in found)
