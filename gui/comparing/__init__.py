"""Articles that are alike: which they are, side by side with what differs, and records copied from one to the other."""
