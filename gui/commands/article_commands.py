"""The menu Article, and the entries that list articles by their progress."""

from gui.commands.command import SEPARATOR, Command, Menu, Needs, move
from gui.commands.text_commands import ALWAYS_ON_SITE, BOILERPLATE
from models.translation import _

MARK_DONE = Command(
    "workspace.changing_articles.toggle_done",
    _("&Mark as Done or Not Done"),
    ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
    Needs.WRITABLE_PROJECT,
    tip=_("Mark the article on the screen, or those that are selected in the list, as done or not done"),
)

ARTICLE: Menu = (
    Command("workspace.article_actions.next_article", _("&Next Article"), ("Ctrl+PgDown",), Needs.PROJECT),
    Command("workspace.article_actions.previous_article", _("&Previous Article"), ("Ctrl+PgUp",), Needs.PROJECT),
    Command(
        "workspace.article_actions.finish",
        _("Mark as &Done, Open Next"),
        ("Ctrl+Return", "Ctrl+Enter"),
        Needs.WRITABLE,
        icon="article-done",
    ),
    MARK_DONE,
    SEPARATOR,
    move("workspace.view.folding.toggle_boilerplate_at_caret", _("&Fold or Unfold Boilerplate"), "F"),
    BOILERPLATE,
    ALWAYS_ON_SITE,
    Command(
        "workspace.remembering_lines.show_lines",
        _("Lin&es of Sites…"),
        (),
        Needs.PROJECT,
        tip=_("The lines that are remembered as boilerplate or text of a site"),
    ),
    Command(
        "workspace.correcting.correct_text",
        _("&Correct Text…"),
        (),
        Needs.WRITABLE,
        tip=_("Correct the text of this article; what is recorded in it keeps its place"),
    ),
    Command(
        "workspace.correcting.read_again",
        _("&Read Again…"),
        (),
        Needs.WRITABLE,
        tip=_("Read this article again from its file, in another encoding or by better rules"),
    ),
    Command(
        "comparing.find_similar",
        _("Find &Similar Articles…"),
        (),
        Needs.PROJECT,
        tip=_("Find articles that are alike, compare them side by side, and copy records from one to the other"),
    ),
    Command(
        "counting_places.count_all",
        _("C&ount Open Places"),
        (),
        Needs.WRITABLE_PROJECT,
        tip=_("Count in all articles the quotations, reporting verbs and numbers that have no record, for the list"),
    ),
    SEPARATOR,
    Command(
        "workspace.changing_articles.delete_articles",
        _("De&lete Article"),
        (),
        Needs.WRITABLE_PROJECT,
        icon="delete",
        tip=_("Delete the article on the screen, or those that are selected in the list"),
    ),
)


def _progress(progress: str, text: str, key: str) -> Command:
    return Command("workspace.pane_commands.show_progress", text, (key,), Needs.PROJECT, argument=progress)


LIST_BY_PROGRESS = (
    _progress("all", _("List All Articles"), "Alt+1"),
    _progress("not begun", _("List Articles Not Begun"), "Alt+2"),
    _progress("begun", _("List Articles Begun"), "Alt+3"),
    _progress("done", _("List Articles Done"), "Alt+4"),
)
"""Which articles are listed: all, or those with a progress, which is the argument."""
