"""The form that runtimes of every kind read: ONNX, written by hand, so that exporting needs no library."""
