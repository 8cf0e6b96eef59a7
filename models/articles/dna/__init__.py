"""Databases of the Discourse Network Analyzer (DNA), versions 2 and 3: what they hold, as data."""
