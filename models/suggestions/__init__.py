"""Find what could be recorded next, by rule. Nothing here writes."""
