"""What stations of several views have in common: the view, the deck they lie on, and the image they are asked about."""
