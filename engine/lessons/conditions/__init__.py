"""What a step of a lesson waits for: one file an idea, and one line in the registry for each kind of condition."""
