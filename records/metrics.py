"""The named figures that /metrics shows; a label never holds a title, an address or a key."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

registry = CollectorRegistry()

intakes = Counter("sponsorwire_intakes", "Inputs by fate.", ["fate"], registry=registry)
transactions_repeated = Counter(
    "sponsorwire_transactions_repeated", "Units of work begun again.", registry=registry
)
bells_failed = Counter(
    "sponsorwire_bells_failed", "Doorbells that could not be rung; the sweep repairs.", registry=registry
)
jobs_ended = Counter("sponsorwire_jobs_ended", "Jobs by step and end.", ["step", "end"], registry=registry)
jobs_rung_again = Counter("sponsorwire_jobs_rung_again", "Late jobs that the sweep rang for.", registry=registry)
enrichment_seconds = Histogram(
    "sponsorwire_enrichment_seconds", "Time the stages take for one article.", registry=registry
)
log_last = Gauge("sponsorwire_log_last", "Number of the last event.", registry=registry)
jobs_open = Gauge("sponsorwire_jobs_open", "Jobs by state.", ["state"], registry=registry)
stream_readers = Gauge("sponsorwire_stream_readers", "Open streams.", registry=registry)
