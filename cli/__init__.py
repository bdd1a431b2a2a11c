"""The front door: the `sponsorwire` command."""
