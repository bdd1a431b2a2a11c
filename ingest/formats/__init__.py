"""One module per input format; a file in this folder is enough to add one."""
