"""What is the article's own text on a page, and what belongs to the page around it."""

from ingest.maintext import main_text
from ingest.markup import tree_of

SENTENCES = (
    "The Harbour Gulls signed a shirt deal with the building society Brightwater on Monday, the club said.",
    "It runs for four years, and nobody would say what it costs, although two people put it at £9m.",
    "The captain wore the new shirt at the training ground in Corvane, where rain fell from noon on.",
    "Brightwater has had its name on the ferry for eleven years and says that the shirt is a better place.",
    "The club's last sponsor left in May after a quarrel about the colour of its letters on the sleeve.",
)


def read(inside: str, stated: str = "") -> list[str]:
    page = f"<html><body><main><article><h1>Gulls sign Brightwater</h1>{inside}</article></main></body></html>"
    return [line for line in main_text(tree_of(page), page, stated).split("\n") if line]


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_a_block_that_is_one_link_is_no_text_and_a_link_in_a_sentence_is() -> None:
    teaser = '<p><a href="/a">GULLS CAPTAIN OPENS UP ABOUT HIS DOG</a></p>'
    linked = SENTENCES[1].replace("four years", '<a href="/b">four years</a>')
    text = read(paragraphs(SENTENCES[0]) + teaser + paragraphs(linked, SENTENCES[2]))
    assert [line for line in text if line != "Gulls sign Brightwater"] == list(SENTENCES[:3])


def test_a_table_that_lays_out_the_page_is_no_row_of_figures() -> None:
    text = read(f"<table><tr><td>{paragraphs(*SENTENCES)}</td></tr></table>")
    assert text[-5:] == list(SENTENCES)


def test_a_table_of_figures_is_kept_as_lines() -> None:
    rows = "<tr><th>Club</th><th>Sponsor</th></tr><tr><td>Gulls</td><td>Brightwater</td></tr>"
    text = read(paragraphs(*SENTENCES[:3]) + f"<table>{rows}</table>" + paragraphs(*SENTENCES[3:]))
    assert text[-4:] == ["Club Sponsor", "Gulls Brightwater", *SENTENCES[3:]]


def test_what_the_page_states_counts_where_the_extraction_has_clearly_less() -> None:
    assert read(paragraphs(SENTENCES[0]), "\n".join(SENTENCES)) == list(SENTENCES)
    assert read(paragraphs(*SENTENCES), "A summary of it.")[-5:] == list(SENTENCES)


def test_a_page_without_paragraphs_is_still_read() -> None:
    assert "The captain wore" in " ".join(read("<br>".join(SENTENCES)))


def test_list_items_are_lines_without_their_marks() -> None:
    items = "".join(f"<li>{text}</li>" for text in SENTENCES[1:3])
    assert read(paragraphs(SENTENCES[0]) + f"<ul>{items}</ul>" + paragraphs(SENTENCES[3]))[-4:] == list(
        SENTENCES[:4]
    )
