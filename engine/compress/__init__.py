"""Making a trained model smaller: a method is one file beside this, and one line in ``registry``.

``trial`` takes a model through one method, fine-tunes what is left, and measures it beside the original; ``curve`` does
so for many amounts. Nothing is promised: every figure is measured.
"""
