"""The kinds of files, each with what is sound and with what the program does with it."""
