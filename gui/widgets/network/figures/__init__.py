"""What stands in the columns of a network's picture, one file a figure."""
