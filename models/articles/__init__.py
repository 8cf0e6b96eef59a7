"""A file, a page or pasted text becomes a draft: normalised text, what is known about it, and its furniture."""

from models.articles.draft import Draft, normalise
from models.articles.pages import from_html
from models.articles.pasting import from_text
from models.articles.reading import READABLE, read_file, read_folder_or_file
from models.articles.selecting import snap, trim
from models.articles.sentences import next_sentence, previous_sentence, sentence_at, sentences

__all__ = [
    "READABLE",
    "Draft",
    "from_html",
    "from_text",
    "next_sentence",
    "normalise",
    "previous_sentence",
    "read_file",
    "read_folder_or_file",
    "sentence_at",
    "sentences",
    "snap",
    "trim",
]
