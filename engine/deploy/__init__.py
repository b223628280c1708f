"""What leaves the program: a trained network as plain operations, in forms that others run without it."""
