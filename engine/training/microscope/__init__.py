"""One training step, written down: what goes through the network, back, and into its weights.

What is written down is a ``StepTrace`` (``engine/training/step_trace.py``): ``tracing`` does the step and writes,
``watching`` listens to the network while it answers and learns, ``terms`` and ``update`` take the numbers apart as a
person would on paper. Nothing of it is loaded before a step is looked at.
"""
