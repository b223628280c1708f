"""The faces of the pad: what one draws on, moves or clicks, one for each kind of input."""
