"""Taguette, driven by HTTP as its page does it."""

import http.client
import json
import re
import shutil
import socket
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

PACKAGES = ("taguette", "setuptools<81")
"""Its version 1.5.2 needs `pkg_resources`, which newer versions of setuptools do not have any more."""


def install(folder: Path) -> Path:
    """Make an environment with Taguette from PyPI and return its command."""
    uv = shutil.which("uv")
    assert uv, "uv has to be installed"
    environment = folder / "taguette"
    subprocess.run([uv, "venv", "-q", str(environment)], check=True)
    python = environment / "bin" / "python"
    subprocess.run([uv, "pip", "install", "-q", "--python", str(python), *PACKAGES], check=True)
    return environment / "bin" / "taguette"


class Taguette:
    """A server with one project, and the cookies of its page. `database` is its file."""

    def __init__(self, server: "subprocess.Popen[str]", port: int, database: Path, start: str) -> None:
        self.database, self._server = database, server
        self._connection = http.client.HTTPConnection("127.0.0.1", port)
        self._cookies: dict[str, str] = {}
        self._ask("GET", start)
        self._ask("GET", "/project/new")
        made = self._form("/project/new", {"name": "Study", "description": ""})
        self._project = made.rsplit("/", 1)[-1]
        self._ask("GET", f"/project/{self._project}")
        self.tag = self._post(f"/api/project/{self._project}/tag/new", {"path": "claim", "description": ""})["id"]

    def _ask(self, method: str, path: str, body: bytes = b"", kind: str = "application/json") -> bytes:
        """Send a request and return the answer; cookies are kept, and of a redirection the place is returned."""
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        headers = {"Cookie": cookies, "Content-Type": kind, "Connection": "keep-alive"}
        self._connection.request(method, path, body or None, headers)
        answer = self._connection.getresponse()
        data = answer.read()
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.split(";", 1)[0].partition("=")
            self._cookies[name] = value
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path}: {answer.status} {data[:300]!r}")
        return (answer.headers.get("Location") or "").encode() if 300 <= answer.status < 400 else data

    def _form(self, path: str, fields: dict[str, str], page: Path | None = None) -> str:
        edge = uuid4().hex
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in {**fields, "_xsrf": self._cookies["_xsrf"]}.items()
        ]
        if page:
            told = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{page.name}"\r\n'
            parts.append(f"{told}Content-Type: text/html\r\n\r\n".encode() + page.read_bytes() + b"\r\n")
        body = b"".join(parts) + f"--{edge}--\r\n".encode()
        return self._ask("POST", path, body, f"multipart/form-data; boundary={edge}").decode()

    def _post(self, path: str, data: object, method: str = "POST") -> dict[str, int]:
        token = quote(self._cookies["_xsrf"])
        answer = self._ask(method, f"{path}?_xsrf={token}", json.dumps(data).encode() if data else b"")
        found: dict[str, int] = json.loads(answer) if answer else {}
        return found

    # What is timed

    def add(self, page: Path) -> int:
        """Import a page and return its number."""
        fields = {"name": page.stem, "description": "", "text_direction": "LEFT_TO_RIGHT"}
        made = json.loads(self._form(f"/api/project/{self._project}/document/new", fields, page))
        return int(made["created"])

    def open(self, document: int) -> str:
        """Ask for an article with its highlights as the page does, and return its HTML."""
        place = f"/api/project/{self._project}/document/{document}"
        self._ask("GET", place)
        found = json.loads(self._ask("GET", f"{place}/contents"))
        return "".join(each["contents"] for each in found["contents"])

    def highlight(self, document: int, start: int, end: int) -> int:
        """Add a highlight with the tag, between two offsets in bytes of UTF-8, and return its number."""
        place = f"/api/project/{self._project}/document/{document}/highlight/new"
        return self._post(place, {"start_offset": start, "end_offset": end, "tags": [self.tag]})["id"]

    def delete(self, document: int, highlight: int) -> None:
        """Delete a highlight."""
        self._post(f"/api/project/{self._project}/document/{document}/highlight/{highlight}", None, "DELETE")

    def export(self, suffix: str) -> int:
        """Export all highlights as csv or xlsx and return the size."""
        return len(self._ask("GET", f"/project/{self._project}/export/highlights/.{suffix}"))

    # What it takes

    def memory(self) -> int:
        """Return the most memory that the server has had, in bytes."""
        return peak_of(self._server.pid)

    def size(self) -> int:
        """Return the size of its file without free pages, in bytes."""
        return used_in(self.database)


def peak_of(process: int) -> int:
    """Return the most memory that a process has had, in bytes (Linux)."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text(encoding="ascii"))
    assert found
    return int(found[1]) * 1024


def used_in(database: Path) -> int:
    """Return the bytes of a SQLite file that are in use."""
    with closing(sqlite3.connect(database)) as connection:
        (pages,), (free,), (size,) = (
            connection.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "freelist_count", "page_size")
        )
    return int((pages - free) * size)


@contextmanager
def served(command: Path, folder: Path) -> Iterator[Taguette]:
    """Run Taguette's server with a new database, and log in with the address that it prints."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    database = folder / "taguette.sqlite3"
    asked = [str(command), "--no-browser", "--port", str(port), "--database", str(database)]
    with (folder / "taguette.log").open("w+", encoding="utf-8") as log:
        server = subprocess.Popen(asked, stdout=log, stderr=subprocess.STDOUT, text=True)
        try:
            yield Taguette(server, port, database, _address(Path(log.name)))
        finally:
            server.terminate()
            server.wait(timeout=20)


def _address(log: Path) -> str:
    """Wait until the server has printed the address with which a person is logged in, and return its path."""
    for _ in range(300):
        if found := re.search(r"(/\?token=\S+)", log.read_text(encoding="utf-8")):
            return found[1]
        time.sleep(0.1)
    raise RuntimeError(log.read_text(encoding="utf-8"))
