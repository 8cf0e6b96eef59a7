"""Samples: articles drawn at random, in a way that can be reported and repeated."""
