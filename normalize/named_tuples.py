"""``NamedTuple`` as in :mod:`typing`, without looking at the types of the fields when a class is made.

A start loads some hundred of these classes. Where annotations are strings (``from __future__ import annotations``), as
everywhere here, :mod:`typing` compiles each of them to see that it may be a type: a twentieth of the time in which a short
notice is read. Type checkers look at them all the same.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:

    class _Made(type):
        """Makes named tuples of the classes below :class:`NamedTuple`."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = body.get("__annotations__", {})
            defaults = [body.pop(field) for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            made.__annotations__ = fields
            for key, value in body.items():
                if key not in _OWN:
                    setattr(made, key, value)
            return made

    #: What a class body holds that the named tuple has already.
    _OWN = frozenset({"__module__", "__annotations__"})

    class NamedTuple(metaclass=_Made):
        """The base of named tuples."""
