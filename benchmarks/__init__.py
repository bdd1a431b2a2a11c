"""Speed and quality, each measured against a named peer, a limit, or the last saved run."""
