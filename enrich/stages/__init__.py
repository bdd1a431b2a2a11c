"""One module per stage of the pipeline; a file in this folder is enough to add one."""
