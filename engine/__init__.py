"""The engine: all that NetSketch does, without any window; command line and window stand on it.

Its packages are the way of the data, and each knows only those before it:

- ``config``: what an experiment is, every setting once; the kinds of hidden layers have ``layers`` to themselves.
- ``inputs``: what an example is, picture or numbers, and what of it a network takes.
- ``data``: data sets, those brought in and the person's drawings; from a drawing to 28×28; the split.
- ``models``: from the description of a network to a torch module.
- ``training``: a generator of events, the history they leave, and the doctor who reads it.
- ``evaluation`` says how good a model is, ``insight`` beside it what the model has learnt and why it answers so.
- ``inference`` puts a model to use; ``storage`` beside it keeps models and runs on disk.
- ``cli``: the command line.

Below them lie the words and errors for people (``words``, ``errors``), what a setting is (``settings``, ``choices``),
files written whole or not at all (``atomic``), the program's folders and version, and the machine (``runtime``).
"""
