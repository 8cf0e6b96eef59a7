"""Faults that end the program in the middle of a coder's work: it is killed, or the power goes.

`python -m tests.faults kills 200` and `python -m tests.faults cuts 200` are the long runs; short ones are in the suite.
"""
