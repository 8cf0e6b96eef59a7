"""The snippets of the guide for pandas and R run as they are printed, on a project with answers."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

GUIDE = Path(__file__).parents[2] / "resources" / "guide" / "reading-the-file.md"
STUDY = Path(__file__).parent / "version_4" / "study.onrecord"

RSCRIPT = shutil.which("Rscript")


def r_reads_sqlite() -> bool:
    """Return whether R is installed with the packages that the guide uses."""
    asked = "quit(status = !all(c('DBI', 'RSQLite') %in% rownames(installed.packages())))"
    return RSCRIPT is not None and subprocess.run([RSCRIPT, "--vanilla", "-e", asked], check=False).returncode == 0


def snippet(language: str) -> str:
    """Return the only snippet of the guide in a language."""
    (found,) = re.findall(rf"```{language}\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    return str(found)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the project that the guide speaks of."""
    shutil.copy(STUDY, tmp_path / "study.onrecord")
    return tmp_path


def said(folder: Path, *command: str) -> list[str]:
    """Run a command in a folder and return the lines that it prints. Fails with what it says if it fails."""
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()


def test_pandas_reads_statements_and_joins_their_answers(folder: Path) -> None:
    shown = (
        "print(len(statements) > 0, len(coded) == len(statements), coded[answers['variable'].iloc[0]].notna().any())"
    )
    code = snippet("python") + shown + "\nprint(statements['published'].dtype)"
    joined, published = said(folder, sys.executable, "-W", "error", "-c", code)
    assert joined == "True True True"
    assert published.startswith("datetime64")


@pytest.mark.skipif(not r_reads_sqlite(), reason="R with DBI and RSQLite is not installed")
def test_r_reads_statements_and_counts_by_speaker(folder: Path) -> None:
    shown = 'cat(nrow(statements) > 0, sum(by_speaker$claims) > 0, "\\n")'
    assert RSCRIPT
    assert said(folder, RSCRIPT, "--vanilla", "-e", snippet("r") + shown) == ["TRUE TRUE "]
