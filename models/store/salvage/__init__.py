"""Make a new project of what can be read in a damaged one. The damaged file is read page by page, and never written."""
