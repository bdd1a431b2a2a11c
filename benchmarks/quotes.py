"""Who said what: are quotations found, and is each given to the person who said it?

    benchmarks/quotes.py [DIR...] [--polnear DIR [--split dev]] [--cases] [--save] [--without-knowledge]

A found quotation is right when it shares four fifths of the words (of the longer) with a labelled one; each
counts once. A speaker is right under the full name the article gives, or an alias that the label allows.
Indirect speech is not scored.
"""

from dataclasses import dataclass
from pathlib import Path

from benchmarks import polnear
from benchmarks.names import overlap, plain, same, words
from benchmarks.runs import Counts, Pair, Result, Share, arguments, knowledge, measure
from enrich.pipeline import enrich
from records.record import Article, Quote, QuoteKind

# The words two wordings of one quotation must share, of the longer one.
SAME_WORDS = 0.8


@dataclass
class Peer:
    """What another tool reaches on the test split of PolNeAR; measured with the same rules."""

    name: str
    quotes: float
    speakers: float
    joint: float


# On other articles like those of the gold set.
BEST_PEER = "measured on other sponsorship news: the best of three tools, quotes F1 0.50, full name right 0.26"
PEERS = (
    Peer("textacy direct_quotations (en_core_web_md); crashes on 22 of 84 articles", 0.71, 0.82, 0.45),
    Peer("GenderGapTracker", 0.79, 0.64, 0.45),
    Peer("Guardian/AFP pipeline (JournalismAI)", 0.69, 0.84, 0.43),
)


def quoted(article: Article) -> list[Quote]:
    """Return the article's direct and mixed quotations."""
    return [quote for quote in article.quotes if quote.kind != QuoteKind.INDIRECT and words(quote.text)]


def score(pairs: list[Pair]) -> Result:
    """Return the counts of quotations and of speakers, with one case for each labelled quotation."""
    result = Result()
    for pair in pairs:
        _score_article(pair, result)
    return result


def match(found: list[Quote], wanted: list[str]) -> dict[int, int]:
    """Return which found quotation stands for which wanted text, best pairs first, each used once."""
    ranked = sorted(
        (
            (-shared, i, j)
            for i, quote in enumerate(found)
            for j, text in enumerate(wanted)
            if (shared := overlap(quote.text, text)) >= SAME_WORDS
        ),
    )
    matched: dict[int, int] = {}
    for _, i, j in ranked:
        if j not in matched and i not in matched.values():
            matched[j] = i
    return matched


def _score_article(pair: Pair, result: Result) -> None:
    stem, wanted, found = pair.labelled.stem, pair.labelled.label.quotes, quoted(pair.found)
    matched = match(found, [quote.text for quote in wanted])
    counts = result.counts("quotes")
    full, bare = result.share("speakers, full name"), result.share("speakers, surname")
    nobody = result.share("nobody named, none given")
    for j, quote in enumerate(wanted):
        if quote.optional:
            continue
        counts.hits += j in matched
        counts.missed += j not in matched
        result.case(stem, f"quote {j + 1}", j in matched, f"missed “{quote.text[:60]}”")
        if j not in matched:
            continue
        speaker = found[matched[j]].speaker
        given = speaker.name if speaker else None
        if quote.speaker is None:
            result.case(stem, f"quote {j + 1} speaker", nobody.count(given is None), f"{given} for nobody")
            continue
        names = (quote.speaker, *quote.speaker_aliases, *pair.labelled.label.aliases.get(quote.speaker, ()))
        right = full.count(same(given, names))
        last = plain(given).split()[-1:] if given else []
        bare.count(right or last in [plain(name).split()[-1:] for name in names])
        result.case(stem, f"quote {j + 1} speaker", right, f"{given} for {quote.speaker}: “{quote.text[:40]}”")
    for i, extra in enumerate(found):
        if i not in matched.values():
            counts.extra += 1
            result.case(stem, "no extra quote", False, f"extra “{extra.text[:60]}”")
    result.case(stem, "no extra quote", True, "")


def score_polnear(directory: Path, split: str) -> None:
    """Print quotations, speakers and both together on a split of PolNeAR, beside the named peers."""
    counts, speakers, joint = Counts(), Share(), Share()
    for stem, text, gold in polnear.read(directory, split):
        found = quoted(enrich(Article(id=f"art_{stem}", text=text, language="en")))
        matched = match(found, [quotation.text for quotation in gold])
        counts.hits += len(matched)
        counts.missed += len(gold) - len(matched)
        others = [quote for i, quote in enumerate(found) if i not in matched.values()]
        counts.extra += sum(len(quote.text.split()) >= polnear.MIN_WORDS for quote in others)
        for j, quotation in enumerate(gold):
            if not quotation.names:
                continue
            speaker = found[matched[j]].speaker if j in matched else None
            right = not quotation.names.isdisjoint(words(speaker.name if speaker else ""))
            joint.count(right)
            if j in matched:
                speakers.count(right)
    print(f"\nPolNeAR {split}")
    print(f"  quotes                {counts}")
    print(f"  speaker, of matched   {speakers}")
    print(f"  found and right, all  {joint}")
    print("\n  measured on PolNeAR test: quotes F1, speaker right of matched, found and named right of all")
    for peer in PEERS:
        print(f"  {peer.quotes:.2f}  {peer.speakers:.2f}  {peer.joint:.2f}  {peer.name}")


def main() -> None:
    parser = arguments(__doc__.split("\n")[0])
    parser.add_argument("--polnear", type=Path, help="the corpus' directory; scores it instead of the gold set")
    parser.add_argument("--split", default="dev", help="train or dev; test is for measuring at the very end")
    options = parser.parse_args()
    if options.polnear:
        with knowledge(not options.without_knowledge):
            score_polnear(options.polnear, options.split)
    if options.folders or not options.polnear:
        measure("quotes", options, score)
        print(f"\n  {BEST_PEER}")


if __name__ == "__main__":
    main()
