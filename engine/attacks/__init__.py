"""Small changes of an image that make a network answer otherwise; each way is a file, and a line in ``registry``.

Training hardens networks with them, the station Challenge and ``netsketch attack`` measure with them.
"""
