"""The words that people read, in their language: every sentence of the program goes through one of these functions.

English is in the code; the other languages are catalogues in `resources/translations`. Gettext chooses one when the
program starts, by `LANGUAGE`, `LC_ALL`, `LC_MESSAGES` and `LANG`. A sentence is one string with named gaps, never
glued together, since other languages order it differently:

    _("“{title}” was not found.").format(title=title)
    counted("{count:,} claim", "{count:,} claims", len(claims))

Labels of edits are stored in the history in the language of their coder.
"""

import gettext

import resources

_catalogue = gettext.translation("onrecord", resources.translations(), fallback=True)

_ = _catalogue.gettext
ngettext = _catalogue.ngettext


def counted(one: str, many: str, count: int) -> str:
    """Return a sentence about some things, `one` for one of them and `many` for more, with `{count}` filled in."""
    return ngettext(one, many, count).format(count=count)
