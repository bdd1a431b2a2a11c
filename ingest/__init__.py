"""Turns a file into a record."""
