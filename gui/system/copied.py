"""Read what was copied in another program from the clipboard, with what browsers say about it."""

from PySide6.QtCore import QMimeData

from models.articles.pasted import Pasted

ADDRESSES = (("text/x-moz-url-priv", "utf-16-le"), ("chromium/x-source-url", "utf-8"))
"""Where Firefox and Chromium say of which page a selection is, and how that is encoded."""


def pasted_of(copied: QMimeData | None) -> Pasted:
    """Return a copied text with the markup and the address that come with it; nothing may have been copied."""
    if copied is None:
        return Pasted("")
    found = (bytes(copied.data(kind).data()).decode(encoding, "replace") for kind, encoding in ADDRESSES)
    address = next((each.strip("\0 \n") for each in found if each), None)
    return Pasted(copied.text(), copied.html() if copied.hasHtml() else None, address)
