"""Services on any text: sentences, words, quotations, names; nothing here knows of projects or Qt."""
