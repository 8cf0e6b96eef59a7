"""Read the address of a page: a scheme, a host and what is asked of it."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from models.articles.web.refusals import not_fetched
from models.translation import _

PORTS = {"http": 80, "https": 443}
"""The schemes that are fetched, with their usual ports."""

LONGEST = 4000
"""Characters of an address."""

KEPT = "/?%:@!$&'()*+,;=~-._"
"""Characters that are sent as they are; others are written as % and their numbers."""

UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
NUMERIC = re.compile(r"(?:0x[0-9a-f]*|\d+)", re.IGNORECASE)
QUAD = re.compile(r"(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})")


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address that may be fetched. `host` is in ASCII, and `target` the path with the question after it."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def host_header(self) -> str:
        """Return the host as a request names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.host_header}{self.target}"

    def joined(self, location: str) -> "WebAddress":
        """Return where a redirect leads. Raises NotFetched."""
        return web_address(urljoin(str(self), location))


def web_address(text: str) -> WebAddress:
    """Read an address as it is typed, with or without its scheme. Raises NotFetched if it must not be fetched."""
    typed = text.strip()
    if len(typed) > LONGEST or UNSAFE.search(typed):
        raise not_fetched(_("This is not the address of a page."), _("Copy the address from the browser again."))
    try:
        parts = urlsplit(typed if "://" in typed else f"https://{typed}")
        host, port = _in_ascii(parts.hostname or ""), parts.port
    except ValueError as error:
        what = _("“{address}” is not the address of a page.").format(address=typed)
        raise not_fetched(what, _("Copy the address from the browser again.")) from error
    if parts.scheme not in PORTS:
        raise not_fetched(_("Only pages whose addresses begin with http or https are fetched."))
    if parts.username is not None or parts.password is not None:
        raise not_fetched(_("The address has a user name or a password, and is not fetched."))
    _refuse_numbers(host)
    asked = quote(f"?{parts.query}", safe=KEPT) if parts.query else ""
    return WebAddress(parts.scheme, host, port or PORTS[parts.scheme], quote(parts.path or "/", safe=KEPT) + asked)


def _in_ascii(host: str) -> str:
    """Return a host in ASCII. Raises ValueError if it is none."""
    if not host or host.startswith(".") or "%" in host:
        raise ValueError(host)
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _refuse_numbers(host: str) -> None:
    """Refuse a host that some programs read as a number: 2130706433, 0x7f.1 and 0177.0.0.1 are this computer."""
    last = host.rstrip(".").rpartition(".")[2]
    if NUMERIC.fullmatch(last) and not QUAD.fullmatch(host):
        raise not_fetched(_("“{host}” is not the name of a host.").format(host=host))
