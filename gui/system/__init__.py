"""The program on its machine: settings, log, crashes, clipboard, folders and threads."""
