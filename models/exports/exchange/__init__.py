"""Forms that other programs for annotated texts read: REFI-QDA projects and codebooks, and W3C Web Annotations."""
