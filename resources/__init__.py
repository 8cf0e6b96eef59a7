"""What the program carries along: icons, fonts, word lists and a sample article. Data only."""

from pathlib import Path

_HERE = Path(__file__).parent


def sample_article() -> Path:
    """The news page of our own writing that the demonstration and the guide use."""
    return _HERE / "samples" / "harbour.txt"


def words(name: str) -> tuple[str, ...]:
    """The phrases of one list in `words/`, one a line; blank lines and those that begin with # are left out."""
    text = (_HERE / "words" / f"{name}.txt").read_text(encoding="utf-8")
    stripped = (line.strip() for line in text.split("\n"))
    return tuple(line for line in stripped if line and not line.startswith("#"))


def fonts() -> tuple[Path, ...]:
    """The typefaces that the program carries, one file for each weight; their licences are beside them."""
    return tuple(sorted((_HERE / "fonts").glob("*.ttf")))


def icon(name: str) -> Path:
    """The SVG of an icon. Everything that is drawn in `currentColor` takes the colour of the scheme."""
    return _HERE / "icons" / f"{name}.svg"


def icons() -> tuple[str, ...]:
    """The names of all icons."""
    return tuple(sorted(path.stem for path in (_HERE / "icons").glob("*.svg")))


def tagger_weights() -> Path:
    """The weights of the English tagger; `tagger/README.md` says of what they were made."""
    return _HERE / "tagger" / "english.json"


def boilerplate_weights() -> Path:
    """The weights that tell the article from the page around it; `boilerplate/README.md` says how they are made."""
    return _HERE / "boilerplate" / "weights.json"


def guide_page(name: str) -> Path | None:
    """The page of the guide that a link between its pages names, such as `tables.md`; None for any other link."""
    page = _HERE / "guide" / name
    return page if page.parent == _HERE / "guide" and page.suffix == ".md" and page.is_file() else None


def translations() -> Path:
    """The folder of the catalogues, each in `LANGUAGE/LC_MESSAGES/onrecord.mo`."""
    return _HERE / "translations"


def style_of_articles() -> str:
    """The style sheet of articles that are exported as pages."""
    return (_HERE / "pages" / "article.css").read_text(encoding="utf-8")
