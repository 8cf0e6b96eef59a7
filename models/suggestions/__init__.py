"""What could be recorded next, found by rule. Nothing here writes."""
