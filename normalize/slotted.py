"""Data classes with slots, made without the methods that nobody calls.

A start loads some thirty of these classes. :mod:`dataclasses` looks at the type of each field and makes eight methods and
attributes a class: a twentieth of the time in which a short notice is read. Here a class gets its ``__init__`` and its
slots. Type checkers see the library's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
else:
    _NONE = object()
    #: What a class body holds that its copy with slots must not.
    _OF_DICT = frozenset({"__dict__", "__weakref__"})

    class _Field:
        """What a field's value is made by, and whether it can be given."""

        def __init__(self, default: Any = _NONE, default_factory: Any = None, init: bool = True) -> None:
            self.default, self.default_factory, self.init = default, default_factory, init

        def parameter(self, name: str) -> str:
            """How the field stands among the parameters; nothing when it can not be given."""
            if not self.init:
                return ""
            return name if self.default is _NONE and self.default_factory is None else f"{name}=_{name}"

        def statement(self, name: str) -> str:
            """What sets the field; nothing where ``__post_init__`` does."""
            if self.default_factory is None:
                return f"self.{name}={name}" if self.init else ""
            return f"self.{name}=_{name}()" + (f" if {name} is _{name} else {name}" if self.init else "")

    field = _Field

    def dataclass(*, slots: bool, eq: bool, repr: bool) -> Any:  # the library's names
        """The decorator, for the one kind of class made here: slots, alike only to itself, shown as any object."""
        if not slots or eq or repr:
            raise TypeError("only slots=True, eq=False, repr=False is made here")
        return _with_slots

    def replace(value: Any, /, **changes: Any) -> Any:
        """A copy of ``value`` with other fields."""
        kept = {name: getattr(value, name) for name in type(value).__match_args__ if name not in changes}
        return type(value)(**kept, **changes)

    def _with_slots(cls: type) -> type:
        """The class anew, with slots and ``__init__``."""
        body = {name: value for name, value in cls.__dict__.items() if name not in _OF_DICT}
        found = {name: body.pop(name, _NONE) for name in body.get("__annotations__", ())}
        fields = {name: value if isinstance(value, _Field) else _Field(value) for name, value in found.items()}
        statements = [statement for name, f in fields.items() if (statement := f.statement(name))]
        if "__post_init__" in body:
            statements.append("self.__post_init__()")
        parameters = ["self", *(parameter for name, f in fields.items() if (parameter := f.parameter(name)))]
        scope = {f"_{name}": f.default_factory or f.default for name, f in fields.items()}
        exec(f"def __init__({','.join(parameters)}):\n {';'.join(statements)}", scope)  # as the library does
        body["__slots__"] = tuple(fields)
        body["__init__"] = scope["__init__"]
        body["__match_args__"] = tuple(name for name, f in fields.items() if f.init)
        made = type(cls)(cls.__name__, cls.__bases__, body)
        made.__qualname__ = cls.__qualname__
        return made
