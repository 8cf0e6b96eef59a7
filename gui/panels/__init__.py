"""The panels beside the text and the tables: the list of articles and the details of what is selected."""
