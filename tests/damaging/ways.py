"""The ways in which a file is damaged, each repeatable by a seed."""

import random
from collections.abc import Callable

PAGE = 4096

Damage = Callable[[bytes, random.Random], bytes]


def flip_bits(whole: bytes, chance: random.Random) -> bytes:
    """Flip one bit, or a few."""
    damaged = bytearray(whole)
    used = [at for at, byte in enumerate(whole) if byte]  # what is zero is mostly room for later
    for at in chance.sample(used, k=chance.choice((1, 1, 8))):
        damaged[at] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def overwrite_pages(whole: bytes, chance: random.Random) -> bytes:
    """Write random bytes, zeros or another page of the file over one page, or a few; never over the first."""
    damaged = bytearray(whole)
    for _each in range(chance.choice((1, 1, 4))):
        at = PAGE * chance.randrange(1, len(whole) // PAGE)
        other = PAGE * chance.randrange(len(whole) // PAGE)
        damaged[at : at + PAGE] = chance.choice((chance.randbytes(PAGE), bytes(PAGE), whole[other : other + PAGE]))
    return bytes(damaged)


def cut_off(whole: bytes, chance: random.Random) -> bytes:
    """Cut off the end of a file."""
    return whole[: chance.randrange(PAGE, len(whole))]


def lose_the_first_page(whole: bytes, chance: random.Random) -> bytes:
    """Overwrite the first page, or a part of it: the header, or the list of tables."""
    start, end = chance.choice(((0, 16), (0, 100), (100, PAGE), (0, PAGE)))
    return whole[:start] + chance.randbytes(end - start) + whole[end:]


WAYS: tuple[Damage, ...] = (flip_bits, overwrite_pages, cut_off, lose_the_first_page)
