"""From labelled images to files that other programs read, a writer for each form."""
