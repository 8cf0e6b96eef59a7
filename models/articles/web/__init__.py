"""Pages fetched from their addresses, if the coder asks: from public hosts only, with limits, and without cookies."""
