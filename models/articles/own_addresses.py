"""The addresses that a page gives of its own site, and the name of the site as the page writes it in words."""

import re
from collections import Counter
from collections.abc import Sequence

from models.articles.outlet_phrases import ELSEWHERE, HANDLE, MAIL, SITE
from models.articles.site_names import compact
from models.text.text_lines import LOOK, Line

SHORTEST = 5
"""The fewest characters of an address in whose place the page may write a name: shorter ones are words."""


def sites_in(text: str, *, bare: bool) -> set[str]:
    """Return the names of the sites whose addresses are in a line, in the form for comparing; with `bare`, also those
    of which only the name is there: "hexleymercury.com".
    """
    found = (match["name"] or (match["bare"] if bare else "") for match in SITE.finditer(text))
    return {compact(site) for site in found if site} - ELSEWHERE


def handles_in(text: str) -> list[str]:
    """Return the names under which somebody in a line writes on other sites, in lower case."""
    return [match["name"].casefold() for match in HANDLE.finditer(text)]


def mail_sites(lines: Sequence[Line]) -> list[str]:
    """Return the sites to which the mail addresses in some lines belong, in the form for comparing."""
    found = (compact(match["name"]) for line in lines for match in MAIL.finditer(line.text[:LOOK]))
    return list(dict.fromkeys(site for site in found if site not in ELSEWHERE and len(site) >= SHORTEST))


def written(site: str, lines: Sequence[Line]) -> str | None:
    """Return the name of a site as a page writes it most: "hexleymercury" as "The Hexley Mercury"; None if nowhere."""
    article, name = ("(?:the )?", site.removeprefix("the")) if site.startswith("the") else ("", site)
    letters = r"[ ’'.&-]{0,3}".join(map(re.escape, name))
    pattern = re.compile(rf"(?<![\w@./]){article}{letters}(?![\w@]|\.\w)", re.IGNORECASE)
    found = Counter(match[0] for line in lines for match in pattern.finditer(line.text[:LOOK]))
    names = [each for each in found if re.search(r"[^\W\d_]", each) and each != each.casefold()]
    return max(names, key=lambda each: (" " in each, not each.isupper(), found[each]), default=None)
