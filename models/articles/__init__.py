"""A file, a page or pasted text becomes a draft: normalised text, what is known about it, and its boilerplate."""
