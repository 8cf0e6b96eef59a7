"""The article's text: shown with its marks, read, and selected from. It knows nothing of projects and files."""
