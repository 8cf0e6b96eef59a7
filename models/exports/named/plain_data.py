"""Turn frozen dataclasses into plain JSON data, without the fields that have their defaults, and back again."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

D = TypeVar("D")


def to_plain(value: Any) -> Any:
    """Return a value as JSON data: a dataclass as an object of the fields that differ from their defaults."""
    if is_dataclass(value) and not isinstance(value, type):
        found = {each.name: getattr(value, each.name) for each in fields(value)}
        return {each.name: to_plain(found[each.name]) for each in fields(value) if found[each.name] != _default(each)}
    if isinstance(value, tuple):
        return [to_plain(each) for each in value]
    return value


def _default(field: Field[Any]) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def from_plain(kind: type[D], found: Any) -> D:
    """Make a dataclass of JSON data. Raises ValueError if the data have other fields or types than it."""
    hints = get_type_hints(kind)
    if not isinstance(found, Mapping) or not found.keys() <= hints.keys():
        raise ValueError(f"no {kind.__name__}: {found}")
    try:
        return kind(**{name: _value(hints[name], value) for name, value in found.items()})
    except TypeError as error:  # a field without a default is missing
        raise ValueError(str(error)) from error


def _value(hint: Any, found: Any) -> Any:
    """Return a value of a type: a dataclass, an enumeration, a tuple, one of several types, or one of JSON's own."""
    arguments = get_args(hint)
    if get_origin(hint) is tuple and isinstance(found, list):
        same = len(arguments) == 2 and arguments[1] is Ellipsis
        kinds = arguments[:1] * len(found) if same else arguments
        return tuple(_value(kind, each) for kind, each in zip(kinds, found, strict=True))
    if get_origin(hint) in (Union, UnionType):
        return None if found is None and NoneType in arguments else _first_that_fits(arguments, found)
    if is_dataclass(hint) and isinstance(hint, type):
        return from_plain(hint, found)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(found)
    if hint is float and type(found) is int:
        return float(found)
    if hint in (str, int, bool, float) and type(found) is hint:
        return found
    raise ValueError(f"no {hint}: {found!r}")


def _first_that_fits(kinds: tuple[Any, ...], found: Any) -> Any:
    for kind in kinds:
        try:
            return _value(kind, found)
        except ValueError:
            continue
    raise ValueError(f"none of {kinds}: {found!r}")
