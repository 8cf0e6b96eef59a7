"""What a coder can do: pure functions that return an Edit. They write nothing; `Store.apply` does."""
