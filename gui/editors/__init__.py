"""Editors of an attribute, one for each kind, the same in a cell of a table and in a form."""
