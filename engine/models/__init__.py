"""From a description to a network: pixels in [0, 1] in, logits out; nothing here knows of training."""
