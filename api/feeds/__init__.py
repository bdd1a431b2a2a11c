"""One module per feed format; a file in this folder is enough to add one."""
