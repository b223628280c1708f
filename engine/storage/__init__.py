"""Files on disk, beside the way: written whole or not at all (``engine.atomic``), read with suspicion.

``model_file`` is a model with all it needs, ``checkpoint`` what a run is gone on with, ``runs`` a folder for each run.
Model files, checkpoints and snapshots are safetensors files, in which nothing can run code (``tensor_file``).
"""
