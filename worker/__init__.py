"""Has records enriched and merged, and tells those who asked to be told."""
