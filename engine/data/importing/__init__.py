"""From folders and files, a reader for each form, to labelled 28×28."""
