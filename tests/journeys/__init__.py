"""The real window on a real file, used by gestures alone; the results are checked in file, table and text."""
