"""How the exports of news databases are read: `python -m tests.benchmarks.databases [FOLDER] [-v]`.

FOLDER has real files and a manifest.json that says for each how many articles it holds and, for some of them, the
title, outlet, date, and the first and last words of the body. Printed are the shares that are right, by kind of file.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from models.articles.article_files import articles_in
from models.articles.draft import Draft

FOLDER = Path("../shared/data/databases")

NEAR = 40
"""Words at either end of a body among which its first and last words are looked for."""

WORD = re.compile(r"\w+")
BY = re.compile(r"^(?:by|von) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether one thing that the manifest says of a file is right, or what was read instead."""

    kind: str
    what: str
    is_right: bool
    note: str


def findings_of(folder: Path, entry: dict[str, Any]) -> Iterator[Finding]:
    """Yield what is right and wrong of a file."""
    found = list(articles_in(folder / entry["file"]))
    drafts = [each for each in found if isinstance(each, Draft)]
    refused = [str(each) for each in found if not isinstance(each, Draft)]
    expected = entry["expected"]
    samples = [sample for sample in expected.get("samples", []) if not sample.get("error_page")]
    count = expected.get("articles", expected.get("documents", expected.get("articles_in_index")))
    if count is not None:
        yield Finding(entry["kind"], "count", len(drafts) == count, f"{len(drafts)} of {count} {refused[:2]}")
    for sample in samples:
        place = sample.get("n", 1) - 1
        draft = drafts[place] if len(drafts) == count and place < len(drafts) else _titled(drafts, sample.get("title"))
        for what, is_right, note in _compared(sample, draft):
            yield Finding(entry["kind"], what, is_right, f"#{sample.get('n')} {note}")


def _titled(drafts: list[Draft], title: str | None) -> Draft | None:
    return next((draft for draft in drafts if _words(draft.title) == _words(title or "")), None)


def _compared(sample: dict[str, Any], draft: Draft | None) -> Iterator[tuple[str, bool, str]]:
    read = {
        "title": draft.title if draft else None,
        "outlet": draft.outlet if draft else None,
        "date": (draft.published or "")[:10] if draft else None,
        "byline": draft.byline if draft else None,
    }
    for what, is_read in read.items():
        if said := sample.get(what):
            same = _words(BY.sub("", said)) == _words(is_read or "")
            yield what, same, f"{said!r} read {is_read!r}"
    body = _words(draft.body) if draft else []
    title = len(_words(draft.title)) if draft else 0
    for what, near in (("first", body[: title + NEAR]), ("last", body[-NEAR:])):
        if said := sample.get(f"body_{what}8"):
            yield what, _within(_words(said), near), f"{said!r} read {' '.join(near)!r}"


def _words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]


def _within(words: list[str], near: list[str]) -> bool:
    return f" {' '.join(words)} " in f" {' '.join(near)} "


def main(folder: Path, *, verbose: bool) -> None:
    """Print a line for each kind, and one for all."""
    entries = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    findings = [finding for entry in entries for finding in findings_of(folder, entry)]
    findings.sort(key=lambda finding: finding.kind)
    for kind, group in groupby(findings, key=lambda finding: finding.kind):
        _show(kind, list(group), verbose=verbose)
    _show("all", findings, verbose=False)


def _show(kind: str, findings: list[Finding], *, verbose: bool) -> None:
    all_of = Counter(finding.what for finding in findings)
    right = Counter(finding.what for finding in findings if finding.is_right)
    sys.stdout.write(f"{kind:26} {'  '.join(f'{what} {right[what]}/{of}' for what, of in all_of.items())}\n")
    if verbose:
        for finding in findings:
            if not finding.is_right:
                sys.stdout.write(f"    {finding.what}: {finding.note}\n")


if __name__ == "__main__":
    given = [word for word in sys.argv[1:] if not word.startswith("-")]
    where = Path(given[0]) if given else FOLDER
    if (where / "manifest.json").exists():
        main(where, verbose="-v" in sys.argv)
    else:
        sys.stdout.write(f"There is no manifest.json in {where}.\n")
