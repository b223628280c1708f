"""Fields for numbers and choices, and forms made of them."""
