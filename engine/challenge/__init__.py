"""What fools a trained model, and what it gives away of the images it learnt from.

``engine.attacks`` has the changes themselves; in here is what is found out with them of a model.
"""
