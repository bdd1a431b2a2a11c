"""The tables, named for the people who query them with SQL; `from records import tables`."""

from records.tables.articles import Article, ArticleFacet, Intake, Revision
from records.tables.blocks import ClaimKey, DealKey
from records.tables.deals import Deal, DealClaim, DealFacet, DealLink, DealLock, FacetCount, FacetPair
from records.tables.findings import (
    Claim,
    Entity,
    Evidence,
    Mention,
    Profile,
    Quote,
    QuoteGroup,
    StageRun,
)
from records.tables.log import Event, Head
from records.tables.subscriptions import Audit, Delivery, Filter, Token, Webhook, WebsubSubscription
from records.tables.work import Job, Worker

__all__ = [
    "Article",
    "ArticleFacet",
    "Audit",
    "Claim",
    "ClaimKey",
    "Deal",
    "DealClaim",
    "DealFacet",
    "DealKey",
    "DealLink",
    "DealLock",
    "Delivery",
    "Entity",
    "Event",
    "Evidence",
    "FacetCount",
    "FacetPair",
    "Filter",
    "Head",
    "Intake",
    "Job",
    "Mention",
    "Profile",
    "Quote",
    "QuoteGroup",
    "Revision",
    "StageRun",
    "Token",
    "Webhook",
    "WebsubSubscription",
    "Worker",
]
