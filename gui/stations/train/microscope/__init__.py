"""One training step under the microscope: its phases as an animation that can be stepped, paused and scrubbed."""
