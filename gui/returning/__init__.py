"""The window that shows what edited tables change, and asks which of it is to be taken."""
