"""The form that is one Python file: the preparation of drawings, the network and its weights, for NumPy alone."""
