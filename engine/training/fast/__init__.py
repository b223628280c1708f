"""The hand-derived training step of plain dense networks; every other network, and every other device, has autograd's.

``dense_pass`` has the arithmetic, ``dense_step`` says for which networks it stands in and gives every result its place,
``script`` makes one call of many steps. ``learner`` asks for it and falls back; a test holds both to the same numbers.
"""
