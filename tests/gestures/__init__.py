"""Random gestures by mouse, keys, wheel and drops over the real window, with every error a failure.

`python -m tests.gestures 20000 --seed 7` is the long run; a short one is in the suite.
"""
