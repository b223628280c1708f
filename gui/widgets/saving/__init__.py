"""What is saved of a view, as a picture or as numbers, and the dialog that asks where."""
