"""A fuzzer of our own: damaged and hostile files of every kind that the program opens, read as the program reads them.

Run: python3 dev.py fuzz [KIND ...] [--inputs N] [--minutes N] [--seed S]
"""
