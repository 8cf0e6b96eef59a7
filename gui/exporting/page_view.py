"""Show a page of HTML that an export writes; nothing is loaded, and no link is followed."""

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser

from models.translation import _


class PageView(QTextBrowser):
    """The page as Qt shows it, which is simpler than in a browser."""

    def __init__(self) -> None:
        super().__init__()
        self._html = ""
        self.setAccessibleName(_("Page"))
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)

    def put(self, html: str) -> None:
        """Show a page."""
        if html != self._html:
            self._html = html
            self.setHtml(html)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Load nothing."""
        return None
