"""The real window on a real file, worked by gestures alone; what is expected is looked for in file, table and text."""
