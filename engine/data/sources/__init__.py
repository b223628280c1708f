"""Where the images of each data set come from."""
