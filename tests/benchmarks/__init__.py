"""Measure speed as ratios: the time of the program beside the best that the layer below it allows, in the same run."""
