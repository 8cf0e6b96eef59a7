"""Mend a text or a file of an article that no longer has its hash, where the hash proves that it is whole again."""

from collections.abc import Collection, Iterator
from hashlib import sha256

SHORT = 24_000
"""Bytes up to which one flipped bit is looked for, which takes a second or two."""


def whole(data: bytes, hash_: str, known: Collection[str], *, thorough: bool = True) -> tuple[bytes, str] | None:
    """Return the bytes with the hash that proves them; None if nothing proves them.

    The hash beside them may be the one that is damaged: then the bytes have one of the `known` hashes. A `thorough`
    search tries whether one bit was flipped.
    """
    found = sha256(data).hexdigest()
    if found == hash_ or found in known:
        return data, found
    if not thorough:
        return None
    wanted = {hash_, *(each for each in known if alike(each, hash_))}
    return next(((each, sha) for each, sha in _with_one_bit_flipped(data) if sha in wanted), None)


def alike(one: str, other: str) -> bool:
    """Return whether two hashes may be one of which a digit or two are damaged."""
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) <= 2


def _with_one_bit_flipped(data: bytes) -> Iterator[tuple[bytes, str]]:
    """Yield short bytes with each of their bits flipped in turn, and the hash of them."""
    if len(data) > SHORT:
        return
    begun = sha256()
    for place, byte in enumerate(data):
        rest = data[place + 1 :]
        for bit in range(8):
            changed = bytes([byte ^ 1 << bit])
            tried = begun.copy()
            tried.update(changed)
            tried.update(rest)
            yield data[:place] + changed + rest, tried.hexdigest()
        begun.update(data[place : place + 1])
