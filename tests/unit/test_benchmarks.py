"""The scorers: a finding equal to the label scores 1, finding nothing scores 0, and every fault is counted."""

import re

import pytest

from benchmarks import deals, entities, evidence, gum, labels, polnear, quotes, runs
from benchmarks.answers import answer, claim
from benchmarks.runs import Counts, Pair, Result, Share, knowledge, show
from enrich.knowledge import base
from records.record import Article, Disclosure, EventType, Evidence, Role, Status, Term, Value, ValueBasis

SEEN = labels.read(labels.GOLD / "seen")


PERFECT = [Pair(labelled, answer(labelled)) for labelled in SEEN]
EMPTY = [Pair(labelled, labelled.article()) for labelled in SEEN]


@pytest.mark.parametrize("score", [deals.score, entities.score, quotes.score])
def test_findings_that_equal_the_labels_score_one(score) -> None:
    result = score(PERFECT)
    figures = {name: figure for name, figure in result.figures().items() if name != "fields with evidence"}
    assert figures == dict.fromkeys(figures, 1.0)


def test_finding_nothing_scores_zero_and_raises_no_alarm() -> None:
    assert deals.score(EMPTY).figures()["deals"] == 0
    assert deals.score(EMPTY).figures()["articles without a deal, silent"] == 1
    assert quotes.score(EMPTY).figures()["quotes"] == 0
    assert entities.score(EMPTY).figures() == {"people": 0, "organizations": 0}


def test_what_is_found_beyond_the_label_counts_against_it() -> None:
    labelled = next(labelled for labelled in SEEN if labelled.label.kind == "hard_negative")
    alarm = labelled.article().model_copy(update={"deals": (claim(SEEN[0].label.deals[0], 1),)})
    result = deals.score([Pair(labelled, alarm)])
    assert result.figures()["articles without a deal, silent"] == 0


def test_an_invented_end_and_sum_are_counted() -> None:
    label = labels.DealLabel(
        sponsor="Acme",
        rights_holder="Lions",
        role=Role.TITLE,
        status=Status.ANNOUNCED,
        event_type=EventType.NEW,
        end_alt=("2028",),
        main=True,
    )
    invented = Value(
        amount=5, currency="EUR", basis=ValueBasis.TOTAL, disclosure=Disclosure.REPORTED, start=0, end=0
    )
    deal = claim(label, 1).model_copy(update={"term": Term(end="2031-05"), "value": (invented,)})
    assert {name: right for name, right, _ in deals.fields(deal, label)} == {
        "role": True,
        "status": True,
        "event type": True,
        "rights-holder": True,
        "start not invented": True,
        "end not invented": False,
        "years not invented": True,
        "value not invented": False,
    }


def test_evidence_must_lie_on_the_characters_of_its_field() -> None:
    text = "Acme backs the Lions until 2028."
    deal = claim(labels.DealLabel(sponsor="Acme", rights_holder="Lions", end="2028", main=True), 1)
    at = {
        "sponsor": "Acme",
        "rights_holder": "Lions",
        "role": "backs",
        "status": "backs",
        "event_type": "backs",
        "term.end": "2028",
    }
    spans = {field: re.search(words, text).span() for field, words in at.items()}
    good = deal.model_copy(
        update={"evidence": tuple(Evidence(field=field, start=s, end=e) for field, (s, e) in spans.items())}
    )
    shifted = deal.model_copy(
        update={"evidence": tuple(Evidence(field=field, start=s + 5, end=e + 5) for field, (s, e) in spans.items())}
    )
    article = Article(id="art_1", text=text)
    assert {field: right for field, right, _ in evidence.checks(article, good)} == dict.fromkeys(at, True)
    wrong = {field for field, right, _ in evidence.checks(article, shifted) if not right}
    assert wrong == {"sponsor", "rights_holder", "term.end"}


def test_a_quotation_of_polnear_lies_in_an_attribution_that_has_a_source(tmp_path) -> None:
    text = 'Ann Bee said "we will never give this up" and left. "Nobody said these few words."\n'
    for folder in ("text", "attributions"):
        (tmp_path / "data" / "dev" / folder).mkdir(parents=True)
    (tmp_path / "data" / "dev" / "text" / "one.txt").write_text(text)
    (tmp_path / "data" / "dev" / "attributions" / "one_x.ann").write_text(
        "T1\tSource 0 7\tAnn Bee\nT2\tCue 8 12\tsaid\nT3\tContent 13 41\t...\n"
        "T4\tAttribution 8 12\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
    )
    [(stem, _, [quotation])] = polnear.read(tmp_path, "dev")
    assert (stem, quotation.text, quotation.names) == ("one", "we will never give this up", {"ann", "bee"})


def test_scores_read_as_newspapers_of_figures_do() -> None:
    assert str(Counts(hits=3, extra=1, missed=0)) == "F1 0.857  P 0.750  R 1.000  (3 found, 1 extra, 0 missed)"
    assert str(Share(1, 4)) == "0.250  (1 of 4)"
    assert str(Share()) == "none"


def test_a_case_that_comes_twice_is_right_only_if_it_was_right_both_times() -> None:
    result = Result()
    for right, told in ((True, ""), (False, "a"), (False, "b"), (True, "")):
        result.case("one", "end", right, told)
    assert (result.cases, result.told) == ({"one/end": False}, {"one/end": "a; b"})


def test_the_knowledge_base_is_empty_while_it_is_switched_off() -> None:
    with knowledge(False):
        assert len(base()) == 0
    assert len(base()) > 0


def test_what_was_gained_and_lost_since_the_saved_run_is_told(tmp_path, capsys) -> None:
    before = Result()
    before.case("one", "deal 1", False, "missed")
    before.case("one", "deal 1 end", True, "")
    after = Result()
    after.case("one", "deal 1", True, "")
    after.case("one", "deal 1 end", False, "end None, label 2027")
    after.case("one", "deal 2", False, "new to the label")
    show(tmp_path, after, before.saved(), every=False)
    assert capsys.readouterr().out.split("\n")[2:] == [
        "  gained since the saved run: 1",
        "    one/deal 1",
        "  lost since the saved run: 1",
        "    one/deal 1 end  end None, label 2027",
        "",
    ]
    show(labels.GOLD / "unseen", after, before.saved(), every=False)
    assert "end None" not in capsys.readouterr().out


def test_the_names_of_gum_are_runs_of_capitalised_words_around_the_heads_of_mentions(tmp_path) -> None:
    rows = [
        ("President", "NNP", 2, "Entity=(1-person-new"),
        ("Bee", "NNP", 3, "Entity=1)"),
        ("told", "VBD", 0, "_"),
        ("the", "DT", 5, "Entity=(2-organization-new"),
        ("Bank", "NNP", 3, "_"),
        ("of", "IN", 7, "_"),
        ("Ode", "NNP", 5, "Entity=(3-place-new)2)"),
        ("and", "CC", 9, "_"),
        ("Afghans", "NNPS", 5, "Entity=(4-person-new)"),
    ]
    lines = [
        "\t".join([str(place), form, form, "X", tag, "_", str(head), "dep", "_", entity])
        for place, (form, tag, head, entity) in enumerate(rows, 1)
    ]
    (tmp_path / "dep").mkdir()
    text = "# newpar\n# text = President Bee told the Bank of Ode and Afghans"
    (tmp_path / "dep" / "GUM_news_one.conllu").write_text("\n".join([text, *lines]) + "\n\n")
    [document] = gum.read(tmp_path)
    label = document.label
    assert (document.written, label.people, label.organizations, label.optional_names) == (
        "President Bee told the Bank of Ode and Afghans",
        ("President Bee",),
        ("Bank of Ode",),
        ("Ode",),
    )


def test_a_saved_run_is_what_the_next_one_is_compared_with(tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.setattr(runs, "RESULTS", tmp_path)
    told = []

    def score(pairs: list[Pair]) -> Result:
        result = Result()
        result.share("ends").count(len(told) > 0)
        told.append(pairs)
        return result

    articles = tmp_path / "articles"
    articles.mkdir()
    options = runs.arguments("A benchmark.").parse_args([str(articles), "--save"])
    runs.measure("ends", options, score)
    runs.measure("ends", options, score)
    assert capsys.readouterr().out.split("\n")[-2].endswith("1.000  (1 of 1)   (was 0)")
