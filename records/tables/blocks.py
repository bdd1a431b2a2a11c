"""The block keys of the merge: what may be one deal, or follow another, shares a key."""

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class ClaimKey(SQLModel, table=True):
    """A key of a claim's pair of parties; written by the merge, so it stands for what was merged last."""

    __tablename__ = "claim_key"
    __table_args__ = (sa.Index("claim_key_article", "article_id", "claim_id"),)
    key: str = Field(primary_key=True)
    article_id: str = Field(primary_key=True, foreign_key="article.id")
    claim_id: str = Field(primary_key=True)


class DealKey(SQLModel, table=True):
    """A key of what a live deal sponsors."""

    __tablename__ = "deal_key"
    __table_args__ = (sa.Index("deal_key_deal", "deal_id"),)
    key: str = Field(primary_key=True)
    deal_id: str = Field(primary_key=True, foreign_key="deal.id")
    replaces: bool  # its articles say that it replaces another sponsor's
