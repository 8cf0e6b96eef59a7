"""What a coder does, from a gesture to an edit."""
