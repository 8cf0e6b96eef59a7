"""Pages are fetched from public hosts only, within limits, and read like files."""

import gzip
import socket
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from threading import Thread
from typing import Any, ClassVar

import pytest

from models.articles.draft import Draft
from models.articles.web.addresses import web_address
from models.articles.web.fetching import FetchedPage, Fetching
from models.articles.web.pages import articles_of_page
from models.articles.web.public_hosts import IP, is_public
from models.articles.web.refusals import NotFetched
from models.errors import Interrupted

STORY = (
    "The ferry will run again in May, its owners said on Tuesday, after a winter in which no boat crossed the sound. "
)
PAGE = (
    "<!doctype html><html lang='en'><head><title>Ferry to run again</title></head><body><article><h1>Ferry to run again"
    f"</h1><p>{STORY * 2}</p><p>{STORY * 2}</p><p>{STORY * 2}</p></article></body></html>"
).encode()


def is_own(address: IP) -> bool:
    """Allow the server of these tests."""
    return address.is_loopback


OWN = Fetching(seconds=20, allowed=is_own)


class Site(BaseHTTPRequestHandler):
    """Answers by path; what is asked is kept in `asked`."""

    asked: ClassVar[list[dict[str, str]]] = []
    protocol_version = "HTTP/1.1"

    def log_message(self, *_args: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer."""
        type(self).asked.append({**dict(self.headers.items()), "path": self.path})
        name, _mark, rest = self.path.strip("/").partition("/")
        match name:
            case "redirect":
                self.answer(302, Location=rest if "//" in rest else f"/{rest}")
            case "again":
                self.answer(301, Location=f"/again/{int(rest) + 1}")
            case "large":
                self.answer(200, b"x" * 3_000_000)
            case "packed":
                self.answer(200, gzip.compress(PAGE), **{"Content-Encoding": "gzip", "Content-Type": "text/html"})
            case "bomb":
                self.answer(200, gzip.compress(b"\0" * 5_000_000), **{"Content-Encoding": "gzip"})
            case "brotli":
                self.answer(200, PAGE, **{"Content-Encoding": "br"})
            case "status":
                self.answer(int(rest))
            case "slow":
                self.drip()
            case _:
                self.answer(200, PAGE, **{"Content-Type": "text/html; charset=utf-8", "Set-Cookie": "reader=1"})

    def answer(self, status: int, data: bytes = b"", **headers: str) -> None:
        """Send an answer."""
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def drip(self) -> None:
        """Send a byte, and then nothing until nobody listens."""
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"x")
        self.rfile.read(1)
        self.close_connection = True


@pytest.fixture
def site() -> Iterator[str]:
    """Run the server, and return its address."""
    Site.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        server.daemon_threads = False  # so that closing the server waits for its answers
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def refusal(ask: Callable[[], object]) -> str:
    """Return why a page is not fetched."""
    with pytest.raises(NotFetched) as found:
        ask()
    assert "Nothing was added." in str(found.value)
    return found.value.what


def test_a_page_is_fetched_without_cookies_or_referrer_and_read_like_a_file(site: str) -> None:
    for _time in range(2):
        page = OWN.fetch(f"{site}/news/ferry?id=1&x=ä#part")
    assert page.data == PAGE
    (draft,) = articles_of_page(page)
    assert isinstance(draft, Draft)
    assert (draft.title, draft.original, draft.address) == (
        "Ferry to run again",
        PAGE,
        f"{site}/news/ferry?id=1&x=%C3%A4",
    )
    for asked in Site.asked:
        assert asked.keys() == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection", "path"}
        assert asked["User-Agent"] == "Onrecord"


def test_a_packed_page_is_unpacked(site: str) -> None:
    assert OWN.fetch(f"{site}/packed").data == PAGE


def test_redirects_are_followed_a_few_times(site: str) -> None:
    page = OWN.fetch(f"{site}/redirect/redirect/news")
    assert (page.data, page.address) == (PAGE, f"{site}/news")
    assert "more than 5 times" in refusal(lambda: OWN.fetch(f"{site}/again/1"))
    assert sum("again" in asked["path"] for asked in Site.asked) == 6


@pytest.mark.parametrize(
    "target",
    [
        *("http://10.0.0.1/", "http://169.254.169.254/latest", "http://[::ffff:10.0.0.1]/", "http://0.0.0.0/"),
        *("ftp://host.example/", "file:///etc/passwd", "http://user:word@127.0.0.1/", "http://2130706433/"),
    ],
)
def test_a_redirect_to_a_place_that_is_not_on_the_internet_is_refused(site: str, target: str) -> None:
    refusal(lambda: OWN.fetch(f"{site}/redirect/{target}"))
    assert len(Site.asked) == 1


@pytest.mark.parametrize("path", ["large", "bomb"])
def test_a_page_that_is_too_large_is_refused(site: str, path: str) -> None:
    assert "larger than 1 MB" in refusal(lambda: Fetching(20, 2**20, is_own).fetch(f"{site}/{path}"))


def test_a_page_that_takes_too_long_is_given_up(site: str) -> None:
    assert "too long" in refusal(lambda: Fetching(0.3, allowed=is_own).fetch(f"{site}/slow"))


def test_a_page_that_is_no_longer_wanted_is_given_up(site: str) -> None:
    asks = iter([True] * 4)
    with pytest.raises(Interrupted):
        OWN.fetch(f"{site}/slow", lambda: next(asks, False))


@pytest.mark.parametrize(
    ("path", "said"), [("status/404", "no such page"), ("status/403", "does not let"), ("status/500", "did not send")]
)
def test_an_answer_without_a_page_is_explained(site: str, path: str, said: str) -> None:
    assert said in refusal(lambda: OWN.fetch(f"{site}/{path}"))


def test_a_form_that_was_not_asked_for_is_refused(site: str) -> None:
    assert "cannot be read" in refusal(lambda: OWN.fetch(f"{site}/brotli"))


def test_a_host_without_a_server_is_explained() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    assert "interrupted" in refusal(lambda: OWN.fetch(f"http://127.0.0.1:{port}/"))


def test_a_name_is_looked_up_once_and_only_its_checked_address_is_connected_to(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(site.rpartition(":")[2])
    answers = iter(["127.0.0.1", "10.0.0.1"])

    def look_up(host: str, *_others: Any, **_kinds: Any) -> list[Any]:
        number = next(answers) if host == "news.example" else host  # what has been checked is connected to as it is
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    monkeypatch.setattr("socket.getaddrinfo", look_up)
    assert OWN.fetch(f"http://news.example:{port}/").data == PAGE
    assert Site.asked[0]["Host"] == f"news.example:{port}"
    assert next(answers) == "10.0.0.1"


def test_a_name_with_one_address_of_this_network_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(0, 0, 0, "", (each, 80)) for each in ("93.184.215.14", "192.168.1.1")]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_a, **_k: found)
    assert "not a host on the internet" in refusal(lambda: Fetching().fetch("http://news.example/"))


@pytest.mark.parametrize(
    ("address", "public"),
    [
        *((each, True) for each in ("93.184.215.14", "2606:2800:21f:cb07::1", "::ffff:93.184.215.14")),
        *(
            (each, False)
            for each in ("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "0.0.0.0")
        ),
        *((each, False) for each in ("100.64.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.2.1")),
        *((each, False) for each in ("::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "2001:db8::1")),
        *((each, False) for each in ("64:ff9b::7f00:1", "2002:7f00:1::", "::ffff:10.0.0.1")),
    ],
)
def test_an_address_of_this_computer_or_network_is_not_public(address: str, public: bool) -> None:
    assert is_public(ip_address(address)) is public


@pytest.mark.parametrize(
    "typed",
    [
        *("ftp://host.example/a", "file:///etc/passwd", "javascript:alert(1)", "http://", "https:///a", "http://a b/"),
        *(
            "http://user@host.example/",
            "http://2130706433/",
            "http://0x7f000001/",
            "http://0177.0.0.1/",
            "http://127.1/",
        ),
        *("http://host.example:99999/", "http://host.example\\@other/", "http://[::1%25lo]/", "http://.example/", ""),
    ],
)
def test_what_is_no_address_of_a_page_is_refused(typed: str) -> None:
    refusal(lambda: web_address(typed))


def test_an_address_may_lack_its_scheme_and_have_other_letters() -> None:
    assert str(web_address(" www.zeitung.example/a b".replace(" b", "ä"))) == "https://www.zeitung.example/a%C3%A4"
    assert str(web_address("http://MÜNCHEN.example:80")) == "http://xn--mnchen-3ya.example/"


@pytest.mark.parametrize(
    ("data", "encoding", "found"),
    [
        ("<html><body><p>Ça coûte".encode("iso-8859-1"), "iso-8859-1", "windows-1252"),
        ("<html><body><p>Это стоит дорого".encode("koi8-r"), "koi8-r", "koi8-r"),
        ("<html><body><p>Это".encode(), "koi8-r", None),
        (b"<meta charset='windows-1251'><p>\xdd\xf2\xee", "koi8-r", None),
        (b"<p>caf\xe9", "no-such-encoding", None),
    ],
)
def test_the_encoding_that_the_host_declares_counts_where_the_page_leaves_it_open(
    data: bytes, encoding: str, found: str | None
) -> None:
    from models.articles.web.pages import _encoding

    declared = _encoding(FetchedPage("https://a.example/", data, "text/html", encoding))
    assert declared == (encoding if found else None)
