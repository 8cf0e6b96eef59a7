"""Services for any text: sentences, words, quotations, names. Nothing here knows about projects or Qt."""
