"""People: where a name begins and ends, whose it is, and whom "he", "she" and "the Italian" mean."""

import pytest

from enrich.pipeline import enrich
from records.record import Article, EntityKind, QuoteKind


def people(body: str) -> list[str]:
    found = enrich(Article(id="a", text=body)).entities
    return [entity.name for entity in found if entity.kind is EntityKind.PERSON]


def speakers(body: str) -> list[str | None]:
    found = enrich(Article(id="a", text=body)).quotes
    return [
        quote.speaker.name if quote.speaker else None for quote in found if quote.kind is not QuoteKind.INDIRECT
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Supporter Gill Penhallow, 54, was glad. Ringmaster Zippo Valenti bowed.",
            ["Gill Penhallow", "Zippo Valenti"],
        ),
        ("Rovers chairman Dean Whittle said so.", ["Dean Whittle"]),
        ("“Good,” said Head of Sport Pete Andersby.", ["Pete Andersby"]),
        ("“Good,” said Zorvan President of Business Operations Carrie Lindholm.", ["Carrie Lindholm"]),
        ("“Good,” said Director of Athletics Dr. Marcus T. Oyelade.", ["Marcus T. Oyelade"]),
        ("Minister of State Colm Brannigan TD opened it.", ["Colm Brannigan"]),
        ("“We are in.” – Mthunzi Khumalo, Group Head: Sponsorships, Tarn Bank", ["Mthunzi Khumalo"]),
        ("Member of Parliament Chi Onwuka wrote. “Good,” she said.", ["Chi Onwuka"]),
        ("Park Hakjae won the cup. “This is good,” Park said.", ["Park Hakjae"]),
        ("“Good,” said Vice President of Brand Strategy Chip Lindgren.", ["Chip Lindgren"]),
        (
            "H.E. Khalid Saeed Al Marri and Fr. Tom Lavelle came. Al Marri spoke.",
            ["Khalid Saeed Al Marri", "Tom Lavelle"],
        ),
        ("Race director Ferdinand dela Cruz said so.", ["Ferdinand dela Cruz"]),
        ("Quillbank chief Md. Ashraful Karim spoke. “Good,” Karim said.", ["Md. Ashraful Karim"]),
        ("Kwabena Osei Bonsu Jnr. came. “Good,” Osei Bonsu said.", ["Kwabena Osei Bonsu Jnr."]),
        ("Esteban Rojas Villalba came. Rojas said the shoe would be out.", ["Esteban Rojas Villalba"]),
        ("Zudira's Head of Brand and Culture, Temiloluwa Adeshina-Cole, agreed.", ["Temiloluwa Adeshina-Cole"]),
        ("Wes “Mad Dog” Harbottle won. Harbottle bowed.", ["Wes Harbottle"]),
        ('He wore a "Brown Dogs Matter" T-shirt for Anna Kessel.', ["Anna Kessel"]),
        ("John and Mary Hesket run the inn. John cooks.", ["John Hesket", "Mary Hesket"]),
        ("The minister, Lord Penhurst, spoke. Lord Penhurst sat down.", ["Lord Penhurst"]),
        ("Ilse van der Brook came. Haas and Van der Brook will drive.", ["Ilse van der Brook"]),
        (
            "Promoter Jimmy Lee Dawkin came. “Jimmy Lee called,” said Verna Stubbs.",
            ["Jimmy Lee Dawkin", "Verna Stubbs"],
        ),
        ("“Fine,” said Rep. Kelly Floodgate, D-Marrow, on Monday.", ["Kelly Floodgate"]),
        ("Infinity Cement MD Olufemi Adegoke spoke.", ["Olufemi Adegoke"]),
        ("The couple, Lester and Dot Hain, retire.", ["Lester Hain", "Dot Hain"]),
        ("Clearpath's Head of Brand Stuart Ingle said no.", ["Stuart Ingle"]),
        ("Speaking to SportsPulse, Ode chief Anna Kessel smiled.", ["Anna Kessel"]),
        ("They struck a deal with Solent Vapes.", []),
        ("The club and Frostline said no. Frostline went away.", []),
        (
            "Yau Wai-ching met Bradley Kessel. “When Brad has a focus he is fast,” said Yau.",
            ["Yau Wai-ching", "Bradley Kessel"],
        ),
        ("It is on LinkedIn and X. Featuring interviews, it grows.", []),
        ("They hosted it at Ladenberg Thalman. Critics of Moronity came.", []),
        ("He wrote: “Sadly Natasha, we must end it.”", []),
        ("It comes in Mango Guava and in plain.", []),
        ("“We won,” said Gabriel Rest Aguila. “All of it,” Rest said.", ["Gabriel Rest Aguila"]),
        ("Nguyen Thi Lan Anh came. Ms Lan Anh sat.", ["Nguyen Thi Lan Anh"]),
        ("Hans-Dieter “Hansi” Fleckner came. Hansi Fleckner sat.", ["Hans-Dieter Fleckner"]),
        ("Jennifer Pikeson came. “One tent,” Jenny Pikeson said.", ["Jennifer Pikeson"]),
        ("Xavi Puig i Solera came. “We won,” said Puig.", ["Xavi Puig i Solera"]),
        ("Sister Bernadette Amug came. Sister Bernadette sat.", ["Bernadette Amug"]),
        ("Anand Rajesh Patel came with his father, Rajesh Patel.", ["Anand Rajesh Patel", "Rajesh Patel"]),
        ("Abdul Rahman Al-Otab came. “We won,” Abdul Rahman said.", ["Abdul Rahman Al-Otab"]),
        ("His skipper, New Zealander Tane Parra, was glad. Mum is Helen Parra.", ["Tane Parra", "Helen Parra"]),
    ],
)
def test_a_name_is_neither_glued_to_what_stands_beside_it_nor_torn(body: str, expected: list[str]) -> None:
    assert people(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Golfer Teddy Marr has signed with Oriole.\n\n“My father wore one,” said Marr, the champion.\n\n"
            "Oriole's Amélie Remy called him “the most elegant swing on tour”.\n\n"
            "The 31-year-old will wear it in June. “I promise to look after it,” he joked.",
            ["Teddy Marr", "Amélie Remy", "Teddy Marr"],
        ),
        (
            "Bryce Harlow and Sarah Aziz share a sponsor. “She climbs, I sprint,” says Harlow.\n\n"
            "Aziz laughs. “He snores at night,” she says.\n\n“Only in France,” says he.",
            ["Bryce Harlow", "Sarah Aziz", "Bryce Harlow"],
        ),
        (
            "Trainer Aidan Furlong won. Jockey Zoe Marchetti rode two. “Aidan’s flying,” said the Italian.",
            ["Zoe Marchetti"],
        ),
        ("It was Javy Montal Jr. “It is the most looked-at net,” said Montal.", ["Javy Montal Jr."]),
        ("Chess star Anahit Bloom won. “It was eleven moves,” the grandmaster said.", ["Anahit Bloom"]),
        ("Ricky Flint, nicknamed “the Tornado of Tyneside”, has signed.", []),
        ("The Hon. Wycliffe Barasa came. “The private sector believes,” said Hon. Barasa.", ["Wycliffe Barasa"]),
        ("Its Chief Scientist, Dr Hyun-jin Bae, said the club was “the most curious one”.", ["Hyun-jin Bae"]),
        ("Ben Hart scored for Kent. “I love this ground,” the England striker said.", ["Ben Hart"]),
        (
            "“He looked me in the eye,” Deborah Tamar, the chairwoman, recalled of a talk in June.",
            ["Deborah Tamar"],
        ),
        ("“Ode will always be Ode,” an angry Anna Kessel retaliated.", ["Anna Kessel"]),
        ("The rise does not surprise pollster Anna Kessel: “The lesser-known often win.”", ["Anna Kessel"]),
        ("Dick Deaver, who was on the list, told SportsWeek, “I like the second best.”", ["Dick Deaver"]),
        ("“She says the right things” about pay, said Anna Kessel, director of Ode Rovers.", ["Anna Kessel"]),
        ("In the words of captain Anna Kessel, “we finally feel seen”.", ["Anna Kessel"]),
        ("Mr. Suresh Babbar, Team Owner, Panthers said, “We thank Rangoli.”", ["Suresh Babbar"]),
        (
            "Anna Kessel is ambassador. Its manager, Col. Hugh Tennick (retd), said Anna was “the right person”.",
            ["Hugh Tennick"],
        ),
        ("For Ode Mutual’s Johan Kessel, the sums were simple: “Women buy insurance.”", ["Johan Kessel"]),
    ],
)
def test_a_speaker_is_whom_the_words_beside_the_quotation_mean(body: str, expected: list[str]) -> None:
    assert speakers(body) == expected


def test_a_firm_named_after_a_person_and_a_place_is_not_the_person() -> None:
    body = (
        "Anna Brill has attacked Anna Brill London, the brand she founded. “I am angry,” Brill said. "
        "Anna Brill London has dropped the advert."
    )
    assert people(body) == ["Anna Brill"]
    assert speakers(body) == ["Anna Brill"]


def test_a_style_says_which_of_two_of_one_surname_speaks() -> None:
    body = (
        "“No,” said Beth Walker, the player. “A deal is a deal,” said Gary Walker, the chairman.\n\n"
        "“I will sit out,” said Ms Walker.\n\n“We will find a way,” said Mr Walker."
    )
    assert speakers(body) == ["Beth Walker", "Gary Walker", "Beth Walker", "Gary Walker"]


def test_in_his_remarks_means_who_is_named_after_it() -> None:
    body = (
        "“We build,” said Babatunde Ajakai of Quillbank.\n\n"
        "In his remarks, the chairman of the league, Rasheed Fatunde, thanked it. “They kept their word,” he said."
    )
    assert speakers(body) == ["Babatunde Ajakai", "Rasheed Fatunde"]


def test_an_office_nobody_else_holds_is_of_the_person_in_view() -> None:
    body = (
        "Bankers rarely cry. Ruth Abernethy did when Meridian Trust gave the money.\n\n"
        "“I played the oboe here,” the Meridian Trust chair said."
    )
    assert speakers(body) == ["Ruth Abernethy"]


def test_a_surname_is_whose_the_pronouns_of_its_sentence_say() -> None:
    body = (
        "Hillary Marlow spoke of her husband, Bill Marlow, the mayor.\n\n"
        "In her book, Marlow noted the accident. “I was lucky,” she wrote."
    )
    assert speakers(body) == ["Hillary Marlow"]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        (
            "Asked why, Kapil Dev Sharma, Vice-President (Marketing), Tarn Cement said: “It works.”",
            "Kapil Dev Sharma",
        ),
        ("Singer Rosalba wore it. “I love it,” Rosalba said.", "Rosalba"),
        (
            "“Nothing counts more than that.” Sanskriti Thakurdas, Quillbank Founder and Chairwoman.",
            "Sanskriti Thakurdas",
        ),
        ("The New York Post came. The Post said it was “a lack of fairness”.", "New York Post"),
        ("Statement from Pelham Rovers: “We are aware of the reports.”", "Pelham Rovers"),
        ("A statement from Pelham Rovers read: “We are aware of the reports.”", "Pelham Rovers"),
        ("Mateus Falcone runs Quillbank.\n\nMF: “Nobody asks what we sell.”", "Mateus Falcone"),
        ("Team manager Jesper Holm said the old one was “perfectly adequate”.", "Jesper Holm"),
        ("Jonathan Quill wrote. “She said, 'Jonathan, send me the bill,'” he recalled.", "Jonathan Quill"),
        (
            "The chairman, Zorvek Beverages, Mrs. Folasade Briggs, came. “Hydration is all,” she said.",
            "Folasade Briggs",
        ),
        (
            "Tarnwick City Council has paid. The mill is open.\n\n"
            "It is late, and the council said it “will wait for the mill to open”.",
            "Tarnwick City Council",
        ),
        ("Quillbank pays.\n\nOfficials at Tarn Marine said they “may try to use other ways”.", "Tarn Marine"),
        (
            "Zorvek Sportswear met Wes Harbottle. He left.\n\n"
            "A spokesperson for the German sportswear company said it was “one of the best days”.",
            "Zorvek Sportswear",
        ),
    ],
)
def test_who_speaks_is_told_by_an_office_a_trade_and_the_last_word_of_a_name(body: str, speaker: str) -> None:
    assert speakers(body) == [speaker]


def test_a_body_is_called_by_the_last_word_of_its_name() -> None:
    body = (
        "Zorvane Bank has extended its deal, the Caledonian Golf Tour said. A second event will be added, "
        "the Tour said, with “the same purse in the same week”."
    )
    assert speakers(body) == ["Caledonian Golf Tour"]
