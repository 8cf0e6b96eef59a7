"""Fetch a page: through few redirects, each of them checked, and no more than an article can need."""

import ssl
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse

from models.articles.input_file import always
from models.articles.web.addresses import WebAddress, web_address
from models.articles.web.connecting import Limit, answered
from models.articles.web.public_hosts import IP, address_of, is_public
from models.articles.web.refusals import NotFetched, not_fetched
from models.errors import Interrupted
from models.translation import _

SECONDS = 30.0
"""For everything, with all redirects."""
MOST_BYTES = 10 * 2**20
MOST_REDIRECTS = 5
PIECE = 2**16

REDIRECTS = (301, 302, 303, 307, 308)
CLOSED = (401, 402, 403, 407, 429, 451)
"""The status of answers that keep the page from some readers."""
GONE = (404, 410)


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """The bytes of a page, the address that they came from, and the media type and encoding that its host declares."""

    address: str
    data: bytes
    media_type: str = ""
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Fetching:
    """How pages are fetched. `allowed` says from which addresses; tests allow that of their own server."""

    seconds: float = SECONDS
    most_bytes: int = MOST_BYTES
    allowed: Callable[[IP], bool] = is_public

    def fetch(self, typed: str, go_on: Callable[[], bool] = always) -> FetchedPage:
        """Fetch the page at an address. Raises NotFetched, or Interrupted as soon as it is no longer wanted."""
        limit, address = Limit(self.seconds, go_on), web_address(typed)
        trust = ssl.create_default_context()
        for _hop in range(MOST_REDIRECTS + 1):
            found = self._ask(address, limit, trust, go_on)
            if isinstance(found, FetchedPage):
                return found
            address = address.joined(found)
        what = _("The address redirects more than {most} times.")
        raise not_fetched(what.format(most=MOST_REDIRECTS))

    def _ask(
        self, address: WebAddress, limit: Limit, trust: ssl.SSLContext, go_on: Callable[[], bool]
    ) -> FetchedPage | str:
        """Return the page at an address, or the location that it redirects to."""
        ip = address_of(address.host, address.port, limit.left, self.allowed)
        try:
            with answered(address, ip, limit, trust) as answer:
                found = self._taken(address, answer)
        except (OSError, HTTPException, zlib.error) as error:
            if not go_on():
                raise Interrupted from error
            raise _explained(error, address, limit) from error
        if not go_on():
            raise Interrupted
        if not limit.left:  # the connection was shut down, so that the page may be cut
            raise _too_slow(address)
        return found

    def _taken(self, address: WebAddress, answer: HTTPResponse) -> FetchedPage | str:
        location = answer.getheader("Location")
        if answer.status in REDIRECTS and location:
            return location
        _expect_page(address, answer.status)
        data = b"".join(self._pieces(address, answer))
        if not data:
            raise not_fetched(_("“{host}” sent an empty page.").format(host=address.host))
        media_type = answer.headers.get_content_type() if answer.getheader("Content-Type") else ""
        return FetchedPage(str(address), data, media_type, answer.headers.get_content_charset())

    def _pieces(self, address: WebAddress, answer: HTTPResponse) -> Iterator[bytes]:
        """Yield the content, unpacked. Raises NotFetched as soon as it is too large."""
        packing = (answer.getheader("Content-Encoding") or "identity").strip().lower()
        if packing not in {"identity", "gzip", "x-gzip"}:
            raise not_fetched(_("“{host}” sent the page in a form that cannot be read.").format(host=address.host))
        unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16) if packing != "identity" else None
        size = 0
        while piece := answer.read1(PIECE):
            left = self.most_bytes + 1 - size
            unpacked = unpacking.decompress(piece, left) if unpacking else piece
            size += len(unpacked)
            if size > self.most_bytes:
                what = _("The page is larger than {megabytes} MB, which is more than an article needs.")
                raise not_fetched(what.format(megabytes=self.most_bytes >> 20))
            yield unpacked
        if unpacking and not unpacking.eof:
            raise zlib.error("the packed page is cut")


def _expect_page(address: WebAddress, status: int) -> None:
    """Refuse an answer that is no page, by its status."""
    if status == 200:
        return
    what, do = _("“{host}” did not send the page ({status})."), ""
    if status in CLOSED:
        what = _("“{host}” does not let this page be fetched ({status}).")
    elif status in GONE:
        what, do = _("There is no such page at “{host}” ({status})."), _("Check the address for a typing error.")
    raise not_fetched(what.format(host=address.host, status=status), do)


def _too_slow(address: WebAddress) -> NotFetched:
    return not_fetched(_("“{host}” takes too long to answer.").format(host=address.host), _("Try again later."))


def _explained(error: Exception, address: WebAddress, limit: Limit) -> NotFetched:
    if isinstance(error, TimeoutError) or not limit.left:
        return _too_slow(address)
    if isinstance(error, ssl.SSLError):
        return not_fetched(_("The connection to “{host}” is not secure, and was closed.").format(host=address.host))
    return not_fetched(_("The connection to “{host}” was interrupted.").format(host=address.host), _("Try again."))
