"""The merged deal is one JSON object that reads back to itself."""

from records.deal import DealSource, MergedDeal, MergedParty, SourcedValue
from records.record import Disclosure, EventType, Role, Status


def test_a_merged_deal_reads_back_from_its_own_json() -> None:
    deal = MergedDeal(
        id="deal_1",
        sponsor=MergedParty(name="Velmora Bank", aliases=("Velmora",)),
        rights_holder=MergedParty(name="Harrow Vale FC"),
        role=Role.SHIRT_FRONT,
        status=Status.ANNOUNCED,
        event_type=EventType.NEW,
        value=(
            SourcedValue(
                article_id="art_1",
                disclosure=Disclosure.REPORTED,
                amount=3e6,
                currency="GBP",
                attribution="people close to the talks",
                start=4,
                end=14,
            ),
        ),
        sources=(DealSource(article_id="art_1", name="The Daily Ledger", independent=True),),
        confidence=0.9,
    )
    assert MergedDeal.model_validate_json(deal.model_dump_json()) == deal
