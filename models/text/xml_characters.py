"""The characters that XML 1.0 can hold; all others make a file that no program reads."""

import re

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return a text with "�" for each character that XML cannot hold, such as U+0001; its length stays the same."""
    if text.isascii() and text.isprintable():
        return text  # as nearly all are: ids, times, positions
    return NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def page_text(markup: str) -> str:
    """Return the markup of a page with a blank for each character that XML cannot hold, which no browser shows."""
    return NOT_IN_XML.sub(" ", markup.replace("\0", ""))
