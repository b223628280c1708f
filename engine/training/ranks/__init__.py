"""One training by several processes, on one machine or on several: each does its share of every batch.

``place`` reads which of them this process is, without torch. ``meeting`` brings them together, ``ranks`` lets them add
up tensors, ``handing`` gives what the first has prepared to all. The first process drives a ``learner`` whose every act
is told to the others, which ``follow``: there is one that decides, so they never drift apart.
"""
