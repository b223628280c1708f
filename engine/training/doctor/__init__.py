"""The training doctor: says in plain words what goes wrong in a run, on what evidence, and how to mend it."""
