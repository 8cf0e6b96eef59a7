"""What was found in files or on the clipboard, before it is added: reviewed, corrected, taken or left out."""
