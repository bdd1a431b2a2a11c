"""Which turns of phrase tie a sponsor to a holder."""

import pytest

from enrich.claims.links import FELLOW, PREDECESSOR
from enrich.claims.paths import PATH
from tests.links import BANK_AND_CLUB, BANK_AND_FAIR, OSTLER_AND_STAR, pairs, ties


@pytest.mark.parametrize(
    "body",
    [
        "Quillbank partners with Marrow Rovers.",
        "Quillbank has teamed up with Marrow Rovers to coach children.",
        "Quillbank has come on board at Marrow Rovers.",
        "Quillbank has joined hands with Marrow Rovers.",
        "Quillbank has been unveiled by Marrow Rovers as a sleeve sponsor.",
        "Marrow Rovers have announced that Quillbank will be their main partner.",
        "The sponsorship of Marrow Rovers by Quillbank will last three years.",
        "The partnership brings together Quillbank and Marrow Rovers.",
        "Marrow Rovers will play in shirts bearing the name of Quillbank.",
        "Quillbank will be on the front of Marrow Rovers' shirts.",
        "Quillbank pays two million a year to have its name on the Marrow Rovers shirt.",
        "Marrow Rovers seek a new sponsor after Quillbank decided not to renew its deal.",
        "In Denby, Quillbank becomes a sponsor of Marrow Rovers.",
        "As sleeve sponsor of Marrow Rovers, Quillbank will be seen at every match.",
        "Quillbank, the lender with a heron on its tower, will be on the shirts of Marrow Rovers.",
        "Marrow Rovers have found a new sponsor in Quillbank.",
        "Marrow Rovers will earn two million a year from their main sponsor, Quillbank.",
        "Marrow Rovers welcomed Quillbank to its family of partners.",
        "Marrow Rovers' cars will race in the colours of Quillbank.",
        "Quillbank said it would stop advertising on the shirts of Marrow Rovers.",
        "Marrow Rovers have awarded Quillbank the naming rights to their stand.",
        "The digital firm Quillbank stepped forward by pledging its financial backing to Marrow Rovers.",
        "Tom Ode, who runs Quillbank, said: “We are delighted to be sponsoring Marrow Rovers.”",
        "Quillbank, whose logo is on the Marrow Rovers shirt, has gone under.",
        "A deal with Quillbank will bring Marrow Rovers two million a year.",
        "Marrow Rovers announced that Quillbank will co-sponsor the No. 20 car.",
        "New sponsor for Marrow Rovers: Quillbank",
        "Marrow Rovers, in association with Quillbank, will coach children.",
        "Quillbank becomes a sponsor of Marrow Rovers, Denby's oldest club.",
        "“We are proud to sponsor Marrow Rovers,” said Tom Ode, chief executive of Quillbank.",
        "“We are glad to welcome Quillbank as our main partner,” said Tom Ode, chairman of Marrow Rovers.",
        "Marrow Rovers has the backing of Quillbank.",
        "Marrow Rovers have sold the name of their ground to Quillbank.",
        "Marrow Rovers will be kitted out by Quillbank from next season.",
        "Marrow Rovers found in Quillbank a sponsor who will pay a million a year.",
        "Marrow Rovers signs up Quillbank in its first wine sponsorship.",
        "Quillbank said on Monday that after ten years it would no longer sponsor Marrow Rovers.",
        "“We are proud to sponsor Marrow Rovers,” said Quillbank chief executive Tom Ode.",
        "Quillbank and Marrow Rovers have extended their cooperation until 2030.",
        "Quillbank stepped in to save Marrow Rovers.",
        "Marrow Rovers have roped in Quillbank as the team's principal sponsor for three seasons.",
        "Quillbank is in talks over the shirt sponsorship of Marrow Rovers, Kelmore Fair has been told.",
        "Quillbank has torn up its $15 million deal with Marrow Rovers.",
        "Marrow Rovers have added Quillbank to their existing sponsors.",
        "Marrow Rovers will race on thanks to support from the insurer Quillbank.",
        "Marrow Rovers, part-owned by Tom Ode, have announced Quillbank as their official sponsor.",
        "The deal will earn Marrow Rovers between £4m and £10m a season from Quillbank.",
        "Quillbank, which sponsors Marrow Rovers, is a founding partner in the initiative.",
        "Marrow Rovers have received the backing of Quillbank for a second year.",
        "Marrow Rovers will play on after all, with money from the clothing firm Quillbank.",
        "Marrow Rovers have new shirts. Across them runs the name of Quillbank.",
        "Marrow Rovers announced on Friday that Quillbank will be backing them until May.",
        "Marrow Rovers have handed their shirt sponsor a new two-year contract. Quillbank came in 2019.",
        "Quillbank will no longer back Marrow Rovers.",
        "Marrow Rovers were short of money after their main sponsor, the lender Quillbank, had gone.",
    ],
)
def test_a_firm_is_tied_to_its_club(body: str) -> None:
    assert ties(body) == {BANK_AND_CLUB}


@pytest.mark.parametrize(
    "body",
    [
        "Quillbank made a strong showing at Kelmore Fair as a gold sponsor.",
        "Quillbank, which makes loans, took part in Kelmore Fair as presenting sponsor.",
        "The bank will speak at Kelmore Fair, where Quillbank will serve as a silver sponsor.",
        "Quillbank will sponsor and exhibit at Kelmore Fair in June.",
        "Kelmore Fair opens in May, with Quillbank as its title sponsor.",
        "Kelmore Fair is made possible by the support of Quillbank.",
        "Kelmore Fair is supported by Quillbank.",
        "Kelmore Fair's new stage is sponsored by Quillbank.",
        "Quillbank will underwrite the next three years of Kelmore Fair.",
        "With the support of Quillbank, Kelmore Fair will open late on Fridays.",
        "Quillbank has injected £2m into Kelmore Fair, which had looked for a title sponsor.",
        "Quillbank has thrown its weight behind Kelmore Fair.",
        "Quillbank renewed its title sponsorship of Kelmore Fair, Denby Arena announced.",
        "Quillbank took over the sponsorship of Kelmore Fair when it bought out Ostler.",
        "Kelmore Fair will go ahead in August after Quillbank stepped in with £15,000.",
        "Quillbank has shown again how much it cares for the young of Denby with its sponsorship of Kelmore Fair.",
        "Organisers showed off their new sponsor, Quillbank, on Tuesday. Kelmore Fair opens in May.",
        "Kelmore Fair opens in May. Organisers unveiled the new sponsor Quillbank, and a logo.",
        "Quillbank is putting its name on Kelmore Fair.",
        "Quillbank has renewed its commitment to Marrow Rovers and becomes the title sponsor of Kelmore Fair.",
        "Quillbank has extended its commitment to Kelmore Fair.",
        "Kelmore Fair has teamed up with new sponsor Quillbank.",
        "Kelmore Fair has found backers. The new sponsors are Quillbank and Ostler.",
        "Quillbank and the maker Ostler have built on old ties by signing agreements with Kelmore Fair.",
        "Marrow Rovers and Kelmore Fair announced a two-year sponsorship with the lender Quillbank.",
    ],
)
def test_a_firm_is_tied_to_the_event_it_pays_for(body: str) -> None:
    assert BANK_AND_FAIR in ties(body)


@pytest.mark.parametrize(
    "body",
    [
        "Mira Solbakken has signed with Ostler.",
        "Ostler has signed tennis player Mira Solbakken.",
        "Mira Solbakken is the new face of Ostler.",
        "Ostler has unveiled Mira Solbakken as its new face.",
        "Ostler-sponsored Mira Solbakken won on Sunday.",
        "Mira Solbakken switched to Ostler rackets in May.",
        "Mira Solbakken has joined the Ostler team.",
        "Mira Solbakken has joined Team Ostler.",
        "Mira Solbakken has joined Ostler as a staff player.",
        "Ostler has signed Mira Solbakken as an affiliated athlete.",
        "Ostler has roped in Mira Solbakken to endorse its rackets.",
        "Mira Solbakken has been roped in by Ostler to endorse its rackets.",
        "Mira Solbakken will wear Ostler footwear from May.",
        "Mira Solbakken has renewed with Ostler until 2034.",
        "Ostler announced this year that it would withdraw Mira Solbakken's sponsorship.",
        "Mira Solbakken's No. 20 will have primary sponsorship from Ostler.",
        "Ostler will be the main sponsor of the No. 20 driven by Mira Solbakken.",
        "Mira Solbakken has joined its team as an ambassador, Ostler said.",
        "Mira Solbakken was publicly dropped by sponsor Ostler on Friday.",
        "Mira Solbakken has become the third skier to be snapped up by the watchmaker Ostler.",
        "Mira Solbakken and Ostler have gone their separate ways after nine years.",
        "Ostler pays Mira Solbakken about $8m a year to wear its watch.",
        "Mira Solbakken has put pen to paper on an endorsement with the soft drink Ostler.",
    ],
)
def test_a_maker_is_tied_to_its_star(body: str) -> None:
    assert ties(body) == {OSTLER_AND_STAR}


@pytest.mark.parametrize(
    "body",
    [
        "Sponsors of Kelmore Fair include Quillbank, Ostler and Penlow.",
        "Among the sponsors of Kelmore Fair are Quillbank, Ostler and Penlow.",
        "The Kelmore Fair's sponsors include Quillbank (QB), Ostler and Penlow.",
    ],
)
def test_each_of_a_roll_of_sponsors_is_tied_to_the_holder(body: str) -> None:
    assert ties(body) == {(name, "Kelmore Fair") for name in ("Quillbank", "Ostler", "Penlow")}


@pytest.mark.parametrize(
    "body",
    [
        "Ostler takes the place of Penlow as sponsor of Kelmore Fair.",
        "Ostler takes Penlow's place as sponsor of Kelmore Fair.",
        "Penlow is to be replaced by Ostler as a sponsor of Kelmore Fair.",
    ],
)
def test_who_takes_another_s_place_has_the_deal_and_the_other_had_it(body: str) -> None:
    entities, found = pairs(body)
    cues = {entities[p.sponsor].name: {link.cue for link in p.links} for p in found if p.links}
    assert "replaces" in cues["Ostler"]
    assert cues["Penlow"] == {PREDECESSOR}


def test_a_weak_tie_to_where_it_is_does_not_keep_an_open_side_open() -> None:
    body = "Marrow Rovers have many partners. In Denby, Quillbank is its official bank."
    assert BANK_AND_CLUB in ties(body)


@pytest.mark.parametrize(
    "said",
    [
        "Quillbank, which fits bathrooms, will be on the home and away shirts from August.",
        "Quillbank had read about it and offered to take over the naming rights for three years.",
        "Quillbank signed on Thursday for four years.",
        "Quillbank is paying £2m a year.",
        "Quillbank will have its logo on every junior bib.",
        "Across the side pods in white letters stood the name of Quillbank.",
        "Quillbank told the organisers on Tuesday that it would not renew when its deal expires.",
    ],
)
def test_a_sponsor_told_of_alone_is_tied_to_whom_the_text_is_about(said: str) -> None:
    assert ties(f"Marrow Rovers had looked for a sponsor since the spring. {said}") == {BANK_AND_CLUB}


def test_who_follows_suit_does_it_with_the_same() -> None:
    body = "Quillbank has withdrawn as headline sponsor of Kelmore Fair. Hours later Ostler followed suit."
    assert ties(body) == {BANK_AND_FAIR, ("Ostler", "Kelmore Fair")}


@pytest.mark.parametrize(
    "body",
    [
        "Marrow Rovers' ground will be known as the Quillbank Arena. Quillbank is paying for it.",
        "Marrow Rovers have agreed to call their new stadium Quillbank Arena, Quillbank said.",
        "What was Marrow Rovers will be the Quillbank Arena, and Quillbank is glad.",
        "The oldest club there, Marrow Rovers, announced that it would bear the name of Quillbank.",
    ],
)
def test_the_new_name_of_a_ground_tells_of_the_firm_in_it(body: str) -> None:
    assert BANK_AND_CLUB in ties(body)


@pytest.mark.parametrize(
    "body",
    [
        "Kelmore Fair changes its name. It will be called the Quillbank Market Week, as Quillbank pays for it.",
        "Kelmore Fair will be renamed the Quillbank Kelmore Week. Quillbank said nothing.",
        "Kelmore Fair will be rebranded from Ostler Fair to Quillbank Kelmore Week. Quillbank said nothing.",
        "The event, which will be known as the Quillbank Kelmore Week, is in Denby. Quillbank said nothing.",
        "Marrow Rovers' May race will be the Quillbank Kelmore Week. Quillbank said nothing.",
    ],
)
def test_the_new_name_of_an_event_tells_of_the_firm_in_it(body: str) -> None:
    assert {sponsor for sponsor, _ in ties(body)} == {"Quillbank"}


def test_a_title_sponsor_told_of_alone_is_the_event_s_that_bears_its_name() -> None:
    body = "Quillbank has agreed to be a title sponsor. The Quillbank Market Week opens in May, near Kelmore Fair."
    assert ("Quillbank", "Quillbank Market Week") in ties(body)


def test_a_new_name_and_the_old_one_are_of_one_ground() -> None:
    body = "Denby Arena will be renamed Quillbank Arena. Quillbank is the naming partner of Quillbank Arena."
    assert ties(body) == {("Quillbank", "Denby Arena")}


@pytest.mark.parametrize(
    "body",
    [
        "Mira Solbakken has left Penlow to sign with Ostler.",
        "Mira Solbakken departed Penlow, her sponsor since May, in favour of Ostler.",
        "Mira Solbakken left Penlow to become a brand ambassador for Ostler.",
        "Mira Solbakken leaves Penlow and will race for Ostler for the next two years.",
        "Ostler is taking over for Penlow as sponsor of Mira Solbakken.",
        "Mira Solbakken has switched from Penlow rackets to Ostler.",
    ],
)
def test_whom_a_star_leaves_has_had_the_deal_and_whom_the_star_joins_has_it(body: str) -> None:
    entities, told = pairs(body)
    cues = {entities[p.sponsor].name: {link.cue for link in p.links} - {PATH} for p in told}
    assert (PREDECESSOR in cues["Ostler"], PREDECESSOR in cues["Penlow"]) == (False, True)


def test_who_joins_a_maker_as_an_ambassador_for_an_event_is_sponsored() -> None:
    found = ties("Mira Solbakken has joined Ostler as brand ambassador for Kelmore Fair.")
    assert OSTLER_AND_STAR in found
    assert ("Mira Solbakken", "Kelmore Fair") not in found


def test_a_sponsor_that_another_joins_has_been_there_before() -> None:
    entities, told = pairs(
        "Quillbank is the main sponsor of Kelmore Fair. It joins gold sponsors Ostler and Penlow."
    )
    cues = {entities[p.sponsor].name: {link.cue for link in p.links} - {PATH} for p in told}
    assert (cues["Ostler"], cues["Penlow"]) == ({FELLOW}, {FELLOW})


@pytest.mark.parametrize(
    "said",
    [
        "Returning as a gold sponsor is Quillbank.",
        "Gold sponsors for 2031 are Quillbank.",
        "Quillbank joins at the gold level.",
        "Quillbank, who make shortbread, is the new sponsor, officials said.",
        "Quillbank will sponsor all eight evenings.",
        "Quillbank, which has sponsored the tent since 2005, said nothing.",
    ],
)
def test_a_sponsor_of_an_event_told_of_alone_is_tied_to_it(said: str) -> None:
    assert ties(f"Kelmore Fair opens in May. {said}") == {BANK_AND_FAIR}


def test_the_names_at_the_heads_of_the_lines_of_a_list_are_tied_to_what_the_line_over_them_names() -> None:
    body = "The players sponsored by Quillbank are:\n\nMira Solbakken: a former champion\n\nTom Ode: a newcomer"
    assert ties(body) == {("Quillbank", "Mira Solbakken"), ("Quillbank", "Tom Ode")}


@pytest.mark.parametrize("heading", ["Gold sponsors", "The gold sponsors of Kelmore Fair are:", "Sponsors:"])
def test_the_lines_under_a_heading_of_sponsors_are_sponsors_of_the_event(heading: str) -> None:
    body = f"Kelmore Fair opens in May.\n\n{heading}\n\nQuillbank\n\n• Ostler (tyres)\n\nThe town likes Penlow."
    assert ties(body) == {BANK_AND_FAIR, ("Ostler", "Kelmore Fair")}


def test_a_roll_after_a_colon_goes_on_past_names_nobody_knows() -> None:
    body = "Kelmore Fair opens in May. Platinum Sponsors: Quillbank (QB), Hale and Sons, Ostler."
    assert ties(body) == {BANK_AND_FAIR, ("Ostler", "Kelmore Fair")}


def test_an_ambassador_of_somebody_is_a_person() -> None:
    body = (
        "Kelmore Fair opened in May. Mira Solbakken was there. It was her first day as style ambassador for Ostler."
    )
    assert ties(body) == {OSTLER_AND_STAR}


@pytest.mark.parametrize("noun", ["fair", "race", "prize", "series", "rally"])
def test_a_noun_for_what_is_sponsored_stands_for_its_name(noun: str) -> None:
    assert ties(f"Kelmore Fair opens in May. Quillbank will back the {noun} for five years.") == {BANK_AND_FAIR}


@pytest.mark.parametrize(
    "body",
    [
        "Talks between Marrow Rovers and Quillbank have begun.",
        "Quillbank is negotiating with Marrow Rovers over a place on the sleeve.",
        "Marrow Rovers have pulled out of talks over a deal with Quillbank.",
        "Marrow Rovers were forced to replace the sponsor with Quillbank.",
        "Quillbank returned as a sponsor and exhibitor of Marrow Rovers.",
    ],
)
def test_whom_a_club_talks_or_turns_to_is_tied_to_it(body: str) -> None:
    assert BANK_AND_CLUB in ties(body)


def test_headings_of_a_sponsor_and_a_holder_tie_them() -> None:
    body = (
        "Some firms back sport this year.\n\nMarrow Rovers – Quillbank\n\nThey have won three times.\n\n"
        "Ostler – Kelmore Fair\n\nIt is in May."
    )
    assert ties(body) == {BANK_AND_CLUB, ("Ostler", "Kelmore Fair")}


def test_one_heading_of_two_names_is_no_survey() -> None:
    assert (
        ties("Some firms back sport this year.\n\nMarrow Rovers – Quillbank\n\nThey have won three times.") == set()
    )


@pytest.mark.parametrize(
    "body",
    [
        "The champions of Kelmore Fair, Marrow Rovers, have signed Quillbank as their title sponsor.",
        "Marrow Rovers signed Quillbank as a sponsor for Kelmore Fair season 13.",
        "At Marrow Rovers, the bank Quillbank paid two million to put its name on the new stand.",
        "Ostler-owned Quillbank sponsors Marrow Rovers.",
    ],
)
def test_where_a_holder_plays_and_who_owns_a_sponsor_is_no_party(body: str) -> None:
    assert ties(body) == {BANK_AND_CLUB}


@pytest.mark.parametrize(
    "body",
    [
        "Marrow Rovers, an affiliate of the Peaks, today named Quillbank the team's Official Home Loan Partner.",
        "Marrow Rovers name Quillbank official home loan partner",
    ],
)
def test_whom_a_club_names_its_partner_sponsors_it(body: str) -> None:
    assert ties(body) == {BANK_AND_CLUB}


def test_an_event_with_a_charity_and_a_sponsor_has_the_sponsor() -> None:
    body = (
        "Kelmore Fair returns in June, with Marrow Rovers as its beneficiary and Quillbank as presenting sponsor."
    )
    assert ties(body) == {BANK_AND_FAIR}


def test_the_prize_that_somebody_has_won_is_no_party() -> None:
    found = ties("Quillbank today announced a partnership with Kelmore Fair-winning singer Mira Solbakken.")
    assert found == {("Quillbank", "Mira Solbakken")}
