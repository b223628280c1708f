"""Beside the evaluation: what a network has learnt, what it does with an image, and why it answers as it does.

Everything takes a model of its own (``own_model``) and images as the data sets have them, draws no number from torch's
global generator and changes nothing. What takes longer than a moment tells its progress and can be cancelled.
"""
