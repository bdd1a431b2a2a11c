"""Publishes the records: lists, feeds, the stream and the page."""
