"""The command `onrecord`: it looks at the machine, makes the application and opens the window."""
