"""The menus File, Project and Help: what is done with the project as a whole."""

from gui.commands.command import SEPARATOR, Command, Menu, Needs
from gui.commands.record_commands import MERGE_SPEAKERS, PIN
from models.translation import _

FILE: Menu = (
    Command("project_file.new", _("&New Project…"), ("Ctrl+N",), Needs.NOTHING, icon="add"),
    Command("project_file.open", _("&Open Project…"), ("Ctrl+O",), Needs.NOTHING),
    Command("recent", _("Open &Recent"), (), Needs.NOTHING, submenu=True),
    Command("project_file.open_sample", _("Open the Sa&mple"), (), Needs.NOTHING),
    SEPARATOR,
    Command("importing.import_files", _("&Import Articles…"), ("Ctrl+I",), Needs.NEW_ARTICLE, icon="import"),
    Command("pasting.paste_article", _("&Paste as New Article…"), ("Ctrl+Shift+V",), Needs.NEW_ARTICLE),
    Command(
        "importing_pages.import_address",
        _("Import &Web Address…"),
        (),
        Needs.NEW_ARTICLE,
        tip=_("Fetch a page from the internet, if that is switched on in the preferences"),
    ),
    Command(
        "importing.saying_how.describe",
        _("&Describe Export or Table…"),
        (),
        Needs.NOTHING,
        tip=_("Say how the exports of a database are split into articles, or what the columns of a table are"),
    ),
    Command("exporting.export", _("&Export…"), ("Ctrl+E",), Needs.PROJECT, icon="export"),
    Command(
        "exporting.export_again",
        _("Export A&gain"),
        ("Ctrl+Shift+E",),
        Needs.PROJECT,
        tip=_("Repeat the last export of this project; files are replaced only after a question"),
    ),
    Command("exports", _("Export b&y Name"), (), Needs.PROJECT, submenu=True),
    Command(
        "importing_tables.import_table",
        _("Import Edited &Table…"),
        (),
        Needs.WRITABLE_PROJECT,
        tip=_("Take what was changed in an exported table in a spreadsheet"),
    ),
    SEPARATOR,
    Command("listing_speakers.import_speakers", _("Import Spea&kers…"), (), Needs.WRITABLE_PROJECT),
    Command("listing_speakers.export_speakers", _("E&xport Speakers…"), (), Needs.PROJECT),
    SEPARATOR,
    Command("saving_again.save_now", _("&Save (Automatic)"), ("Ctrl+S",), Needs.PROJECT),
    Command("copying.save_copy", _("Save a &Copy…"), ("Ctrl+Shift+S",), Needs.PROJECT),
    Command(
        "restoring.restore",
        _("Restore a &Backup…"),
        (),
        Needs.NOTHING,
        tip=_("Show the backups of a project, and restore one into a new file"),
    ),
    SEPARATOR,
    Command("close", _("&Quit"), ("Ctrl+Q",), Needs.NOTHING),
)

PROJECT: Menu = (
    Command(
        "editing_codebook.show_codebook",
        _("Code&book…"),
        ("Ctrl+B",),
        Needs.PROJECT,
        tip=_("Show the variables that the study asks of its records"),
    ),
    PIN,
    SEPARATOR,
    Command(
        "workspace.sampling.show_samples",
        _("&Draw a Sample…"),
        (),
        Needs.PROJECT,
        tip=_("Draw articles at random, and see the samples that were drawn"),
    ),
    SEPARATOR,
    Command(
        "showing_history.show_history",
        _("&History…"),
        (),
        Needs.PROJECT,
        tip=_("What was done in this project, when and by whom"),
    ),
    Command("project_file.choose_coder", _("&Coder…"), (), Needs.NOTHING),
    Command("checking.check", _("Chec&k Project…"), (), Needs.PROJECT, tip=_("What is missing or wrong")),
    Command(
        "compacting.compact",
        _("Compact and &Forget…"),
        (),
        Needs.WRITABLE_PROJECT,
        tip=_("Remove what was deleted from the file for good"),
    ),
    MERGE_SPEAKERS,
    Command("workspace.registering.delete_speaker", _("Delete &Speaker…"), (), Needs.WRITABLE_PROJECT, icon="delete"),
)

HELP: Menu = (
    Command("help.show_guide", _("&Guide"), (), Needs.NOTHING),
    Command("help.show_keys", _("&Keyboard Shortcuts"), ("F1",), Needs.NOTHING),
    Command("help.show_log", _("Show &Log"), (), Needs.NOTHING),
    Command("help.show_about", _("&About Onrecord"), (), Needs.NOTHING),
)
