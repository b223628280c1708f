"""The engine: describe, data, models, training, evaluation, inference and deployment, without any window."""
