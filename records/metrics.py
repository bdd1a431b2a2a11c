"""The named figures that /metrics shows; a label never holds a title, an address or a key.

Workers, sweep and ingest are other processes than the one that is asked, so what they do is read from the
database at that moment (`records/store/figures.py`); only what concerns the asked process is counted in it.
"""

from prometheus_client import CollectorRegistry, Counter, Gauge

registry = CollectorRegistry()

# of the service, read from the database
inputs = Gauge("sponsorwire_inputs", "Inputs by fate.", ["fate"], registry=registry)
articles = Gauge(
    "sponsorwire_articles",
    "Articles by state; enriched and passed_through count again those that were looked at.",
    ["state"],
    registry=registry,
)
jobs = Gauge("sponsorwire_jobs", "Jobs by step and state.", ["step", "state"], registry=registry)
oldest_job_seconds = Gauge(
    "sponsorwire_oldest_job_seconds", "How long the oldest job that is due has waited.", registry=registry
)
silent_seconds = Gauge(
    "sponsorwire_silent_seconds",
    "Time since a process of the role got work done.",
    ["role"],
    registry=registry,
)
log_last = Gauge("sponsorwire_log_last", "Number of the last event.", registry=registry)

# of this process
transactions_repeated = Counter("sponsorwire_transactions_repeated", "Transactions begun again.", registry=registry)
bells_failed = Counter(
    "sponsorwire_bells_failed", "Doorbells that could not be rung; the sweep repairs.", registry=registry
)
stream_readers = Gauge("sponsorwire_stream_readers", "Readers of the event stream.", registry=registry)
entries_failed = Counter(
    "sponsorwire_entries_failed",
    "Entries left out of a feed: they could not be written.",
    registry=registry,
)
