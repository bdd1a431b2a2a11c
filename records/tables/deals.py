"""The deals: merged from the claims of all articles, with what people decided about them."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from records.columns import Json, Number, Time


class Deal(SQLModel, table=True):
    """One deal under its permanent id. The columns are for filters; `body` is the merged record."""

    __table_args__ = (
        sa.CheckConstraint("state IN ('live', 'merged', 'retracted')", name="deal_state"),
        sa.CheckConstraint("revision > 0", name="deal_revision"),
        sa.Index("deal_updated", "state", "updated_at", "id", "revision"),
        sa.Index("deal_changed", "updated_at", "id", "revision"),
        sa.Index("deal_change", "change", "state", "id", "revision", "updated_at"),
        sa.Index("deal_created", "state", "created_at", "id"),
        sa.Index("deal_pair", "sponsor_key", "rights_holder_key"),
        sa.Index("deal_sponsor", "sponsor_key", "updated_at", "id"),
        sa.Index("deal_rights_holder", "rights_holder_key", "updated_at", "id"),
        sa.Index("deal_property", "property_key", "updated_at", "id"),
        sa.Index("deal_role", "role", "updated_at", "id"),
        sa.Index("deal_status", "status", "updated_at", "id"),
        sa.Index("deal_event_type", "event_type", "updated_at", "id"),
        sa.Index("deal_ends", "state", "ends_by", "id"),
        {"sqlite_autoincrement": True},
    )
    number: int | None = Field(None, primary_key=True, sa_type=Number)  # order of arrival
    id: str = Field(unique=True)
    change: int = Field(sa_type=sa.BigInteger)  # order of change: the last changed deal has the highest
    revision: int = 1
    state: str = "live"
    merged_into: str | None = None  # the deal that goes on, when state is merged
    supersedes: str | None = None  # the deal that this one renews
    sponsor_name: str
    sponsor_key: str
    rights_holder_name: str
    rights_holder_key: str
    property_name: str | None = None
    property_key: str | None = None
    role: str
    status: str
    event_type: str
    confirmation: str
    disclosure: str | None = None
    territory: str | None = None
    announced_on: str | None = None  # ISO 8601, as precise as known
    starts_on: str | None = None
    ends_on: str | None = None
    ends_by: str | None = None  # YYYY-MM-DD, the last day that `ends_on` can mean
    amount: float | None = None  # the largest sum named, in units of its currency
    currency: str | None = None
    sources: int = 1  # independent ones
    claims: int = 1
    confidence: float
    words: str = ""  # what the full-text search looks in: names, designations, people
    body: dict[str, Any] = Field(sa_type=Json)
    created_at: datetime = Field(sa_type=Time)
    updated_at: datetime = Field(sa_type=Time)


class DealFacet(SQLModel, table=True):
    """A property of a deal that filters ask for (`records.query`), with the deal's sort key beside it."""

    __tablename__ = "deal_facet"
    __table_args__ = (sa.Index("deal_facet_value", "facet", "value", "updated_at", "deal_id"),)
    deal_id: str = Field(primary_key=True, foreign_key="deal.id")
    facet: str = Field(primary_key=True)
    value: str = Field(primary_key=True)  # normalised, what filters compare
    label: str | None = None  # what a person reads; none for other names of the same
    updated_at: datetime = Field(sa_type=Time)  # the deal's


class FacetCount(SQLModel, table=True):
    """How many live deals have a facet's value; kept with the deals, so that no list has to count."""

    __tablename__ = "facet_count"
    __table_args__ = (sa.Index("facet_count_most", "facet", "deals", "value"),)
    facet: str = Field(primary_key=True)
    value: str = Field(primary_key=True)
    label: str
    deals: int = 0


class FacetPair(SQLModel, table=True):
    """How many live deals have a facet's value and another one's beside it (`records.store.pairs`)."""

    __tablename__ = "facet_pair"
    __table_args__ = (sa.Index("facet_pair_most", "facet", "value", "other", "deals", "other_value"),)
    facet: str = Field(primary_key=True)
    value: str = Field(primary_key=True)
    other: str = Field(primary_key=True)  # the facet that is counted; empty: how many have the value at all
    other_value: str = Field(primary_key=True)
    label: str
    deals: int


class DealClaim(SQLModel, table=True):
    """Which claims a deal was merged from; stands until the merge runs again, so nothing is orphaned."""

    __tablename__ = "deal_claim"
    __table_args__ = (sa.Index("deal_claim_article", "article_id", "claim_id"),)
    deal_id: str = Field(primary_key=True, foreign_key="deal.id")
    article_id: str = Field(primary_key=True, foreign_key="article.id")
    claim_id: str = Field(primary_key=True)


class DealLock(SQLModel, table=True):
    """A field that a person set or confirmed: no later run overwrites it."""

    __tablename__ = "deal_lock"
    deal_id: str = Field(primary_key=True, foreign_key="deal.id")
    field: str = Field(primary_key=True)  # dotted path into the deal
    value: Any = Field(None, sa_type=Json, nullable=True)
    reason: str | None = None
    locked_by: str | None = None
    locked_at: datetime = Field(sa_type=Time)


class DealLink(SQLModel, table=True):
    """A decision by hand that two deals are one, or that a claim is a deal of its own; it can be undone."""

    __tablename__ = "deal_link"
    __table_args__ = (
        sa.CheckConstraint("kind IN ('merge', 'split')", name="deal_link_kind"),
        sa.Index("deal_link_deal", "deal_id"),
        sa.Index("deal_link_other", "other_id"),
    )
    id: str = Field(primary_key=True)
    kind: str
    deal_id: str
    other_id: str | None = None
    article_id: str | None = None
    claim_id: str | None = None
    body: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    reason: str | None = None
    decided_by: str | None = None
    decided_at: datetime = Field(sa_type=Time)
    undone_at: datetime | None = Field(None, sa_type=Time)
