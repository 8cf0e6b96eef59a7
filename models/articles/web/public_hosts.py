"""Find the address of a host on the internet; computers of this network, and this one itself, are refused."""

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from queue import Empty, Queue
from threading import Thread

from models.articles.web.refusals import not_fetched
from models.translation import _

IP = IPv4Address | IPv6Address

TRANSLATED = IPv6Network("64:ff9b::/96")
"""Addresses of IPv6 whose last 32 bits are one of IPv4."""


def is_public(address: IP) -> bool:
    """Return whether an address is public; an IPv6 address that contains one of IPv4 is only as public as that."""
    if isinstance(address, IPv6Address):
        within = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in TRANSLATED:
            within.append(IPv4Address(int(address) & 0xFFFFFFFF))
        if any(each is not None and not is_public(each) for each in within):
            return False
        if address.ipv4_mapped or address in TRANSLATED:
            return True
    reserved = address.is_private or address.is_reserved or address.is_loopback or address.is_link_local
    return address.is_global and not (address.is_multicast or address.is_unspecified or reserved)


def address_of(host: str, port: int, seconds: float, allowed: Callable[[IP], bool] = is_public) -> str:
    """Return the address to connect to; the name is not looked up again. Raises NotFetched.

    A host is refused if any of its addresses is not on the internet.
    """
    found = [ip_address(each) for each in _looked_up(host, port, seconds)]
    if not found or not all(map(allowed, found)):
        raise not_fetched(
            _("“{host}” is not a host on the internet, and nothing is fetched from it.").format(host=host)
        )
    return str(found[0])


def _looked_up(host: str, port: int, seconds: float) -> list[str]:
    """Look a name up in a thread, since that cannot be interrupted. Raises NotFetched after some seconds."""
    answers = Queue[list[str] | OSError | UnicodeError]()

    def look_up() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put([str(each[4][0]).partition("%")[0] for each in found])
        except (OSError, UnicodeError) as error:
            answers.put(error)

    Thread(target=look_up, name="host", daemon=True).start()
    try:
        answer = answers.get(timeout=max(seconds, 0))
    except Empty:
        answer = TimeoutError()
    if isinstance(answer, Exception):
        do = _("Check the address for a typing error, and whether this computer is online.")
        raise not_fetched(_("The host “{host}” was not found.").format(host=host), do) from answer
    return answer
