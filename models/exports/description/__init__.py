"""Describe exported tables for whoever has only their folder: for machines, for readers, and as import scripts."""
