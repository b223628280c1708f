"""A run leaves the program: whole, as a table, or for TensorBoard; one file a form."""
