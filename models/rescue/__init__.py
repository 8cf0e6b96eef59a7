"""Rescue what can be read of a damaged project into a new one, and say by article what was lost."""
