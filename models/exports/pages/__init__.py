"""Publish articles with their records marked, as pages to read and to print."""
