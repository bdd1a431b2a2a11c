"""Who said what: quotation marks, attributions and speakers, each in a module of its own."""
