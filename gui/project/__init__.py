"""The open project: the one door for every change, and what is selected in it."""
