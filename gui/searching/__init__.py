"""The pane that searches the texts of all articles: what is asked, what was found, and how it is shown."""
