"""Reads a text and finds who is named, who said what and which deals are reported; knows nothing else."""
