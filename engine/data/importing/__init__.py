"""Readers: from folders and files of images to labelled 28×28."""
