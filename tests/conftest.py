"""Continuous integration draws the same examples each time; a person's runs draw new ones."""

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True, print_blob=True)
# What a test writes is thrown away; a machine may keep its temporary files on a shared folder.
os.environ.setdefault("SPONSORWIRE_SHARED_DATA_DIR", "true")
if os.environ.get("CI"):
    settings.load_profile("ci")
