"""Offer to do again what could not be written, as on a full disk: at the same place, or at another one."""

from collections.abc import Callable

from gui.system.background import Work
from gui.widgets.notice import News, Notice, Offer
from models.errors import NotSaved, OnrecordError
from models.translation import _


def offer_again(
    notice: Notice, work: Work, again: Callable[[], object], elsewhere: Callable[[], object] | None = None
) -> None:
    """Let the notice offer that as soon as some work, which was begun before, is refused."""

    def say(error: OnrecordError) -> None:
        if isinstance(error, NotSaved):
            offers = [Offer(_("Try Again"), again)]
            if elsewhere:
                offers.append(Offer(_("Choose Another Place…"), elsewhere))
            notice.show_news(News(str(error), tuple(offers), "warning"))

    work.refused.connect(say)
