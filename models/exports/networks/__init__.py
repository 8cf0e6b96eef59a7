"""Publish a project as networks of speakers and what they claim, and as a list of events."""
