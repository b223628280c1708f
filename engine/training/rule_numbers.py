"""The numbers in the optimisers' rules that nobody sets; no PyTorch in here.

``optimizers.apply_rule`` has them as well, since the compiler that reads it takes nothing from outside; the tests of
all others who apply its rules hold the two together.
"""

BETAS = 0.9, 0.999  # of both Adams: what stays of the mean of the gradients, and of their squares
SQUARES = 0.99  # of RMSprop
EPSILON = 1e-8
