"""What the workbench owns: settings, data, the current model and run, My Digits, the library of runs."""
