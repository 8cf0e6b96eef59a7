"""Small parts that any pane may use. They know nothing of projects."""
