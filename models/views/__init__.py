"""How tables are shown: layouts of their columns, and views with a name."""
