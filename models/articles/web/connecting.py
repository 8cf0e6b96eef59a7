"""One request to a checked address, with a limit of time that nothing can exceed."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection, HTTPResponse
from threading import Event, Thread
from time import monotonic

from models.articles.web.addresses import WebAddress

AGENT = "Onrecord"
HEADERS = {"User-Agent": AGENT, "Accept": "text/html,application/pdf;q=0.9,*/*;q=0.5", "Accept-Encoding": "gzip"}
"""Nothing about the coder or the page before: no cookies, no referrer, no language."""

LOOKS = 0.1
"""Seconds between two looks at whether a request is still wanted."""


class Limit:
    """Ends a request after some seconds, or as soon as `go_on` returns that it is not wanted."""

    def __init__(self, seconds: float, go_on: Callable[[], bool]) -> None:
        self._end, self._go_on = monotonic() + seconds, go_on

    @property
    def left(self) -> float:
        """The seconds that are left; 0 if the request is over."""
        return max(self._end - monotonic(), 0) if self._go_on() else 0.0

    @contextmanager
    def watching(self, connected: socket.socket) -> Iterator[None]:
        """Shut a connection down when time is up, whatever it is waiting for."""
        over = Event()

        def watch() -> None:
            while not over.wait(LOOKS):
                if not self.left:
                    _shut_down(connected)
                    return

        watcher = Thread(target=watch, name="limit", daemon=True)
        watcher.start()
        try:
            yield
        finally:
            over.set()
            watcher.join()


def _shut_down(connected: socket.socket) -> None:
    try:
        socket.socket.shutdown(connected, socket.SHUT_RDWR)  # not that of SSLSocket, which is not safe from a thread
    except OSError:
        return  # it is closed already


@contextmanager
def answered(address: WebAddress, ip: str, limit: Limit, trust: ssl.SSLContext) -> Iterator[HTTPResponse]:
    """Ask for a page at an address of its host, and yield the answer. Raises OSError or HTTPException.

    The certificate has to be that of the name, and only this address is connected to.
    """
    with ExitStack() as opened:
        used = opened.enter_context(socket.create_connection((ip, address.port), timeout=max(limit.left, LOOKS)))
        if address.scheme == "https":
            wrapped = trust.wrap_socket(used, server_hostname=address.host, do_handshake_on_connect=False)
            used = opened.enter_context(wrapped)
        opened.enter_context(limit.watching(used))
        connection = HTTPConnection(address.host, address.port)
        connection.sock = used
        try:
            if isinstance(used, ssl.SSLSocket):
                used.do_handshake()
            connection.putrequest("GET", address.target, skip_host=True, skip_accept_encoding=True)
            for name, value in {"Host": address.host_header, **HEADERS, "Connection": "close"}.items():
                connection.putheader(name, value)
            connection.endheaders()
            with connection.getresponse() as answer:
                yield answer
        finally:
            connection.close()
