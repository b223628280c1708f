"""Doubt: whether a drawing is like those that a model has learnt from, or no digit at all.

What a network finds probable cannot tell: it was never shown what is none of its classes, and is sure of a scribble.
So a second, far smaller network is taught that difference, from the same training drawings and from `strangers` made
beside them; how strange a drawing may be is a limit chosen on the validation drawings. It knows the data and not the
weights: it serves any network that learns from them, at every moment of its training
(docs/adr/0070-doubt-from-the-data.md).
"""
