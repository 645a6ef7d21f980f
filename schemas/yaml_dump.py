"""Plain values as YAML text.

They go as a stream of events straight to PyYAML's emitter (the C one when there is one): building the tree that
``yaml.dump`` wants takes ten times as long. Events of equal scalars are shared, since keys and small numbers repeat.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any, cast

import yaml
from yaml import events

_WIDTH = 2**30
"""Wider than any line: a folded Chinese text gains spaces that nobody wrote."""

_BLOCK = frozenset({"source", "notice", "tasks"})
"""Keys whose mappings (or items) get a line a key; all smaller mappings stand on one line, as in the contract."""

_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "none", "nan", "inf"])
"""Read as another type by one YAML version or another; quoted so that all of them read text."""

_PLAIN_ASCII = re.compile(r"[A-Za-z][A-Za-z0-9 _./;=()-]*")
"""ASCII text outside this form (numbers, dates, times, ``~``, ``=``, ``<<``) could be read as another type."""

_ESCAPED = re.compile("[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]")
"""Text with these is double-quoted: in the other styles a parser may fold, strip or refuse them."""

_RENAMED = re.compile("[\U00010000-\U0010ffff\ue000-\uf8ff]")
"""Characters that pass through the emitter under another name: libyaml escapes all beyond the BMP."""

_SPECIAL = re.compile(f"{_ESCAPED.pattern}|{_RENAMED.pattern}")

_PRIVATE_USE = range(0xE000, 0xF900)

_MAP_END = events.MappingEndEvent()
_LIST_END = events.SequenceEndEvent()
_BLOCK_MAP = events.MappingStartEvent(None, None, True, flow_style=False)
_FLOW_MAP = events.MappingStartEvent(None, None, True, flow_style=True)
_BLOCK_LIST = events.SequenceStartEvent(None, None, True, flow_style=False)
_FLOW_LIST = events.SequenceStartEvent(None, None, True, flow_style=True)


def _plain(value: str) -> events.ScalarEvent:
    return events.ScalarEvent(None, None, (True, False), value)


_CONSTANTS = {None: _plain("null"), True: _plain("true"), False: _plain("false")}


def dump_yaml(values: dict[str, Any]) -> str:
    """Plain values (mappings, lists, text, numbers, booleans, ``None``) as one YAML document."""
    names: dict[str, str] = {}
    try:
        text = _emit(values, names)
    except _NamesExhausted:
        # More than 6,400 different rare characters: left to the emitter, which escapes those it thinks rare.
        return _emit(values, None)
    return text.translate({ord(name): char for char, name in names.items()}) if names else text


def _emit(values: dict[str, Any], names: dict[str, str] | None) -> str:
    stream = io.StringIO()
    # CSafeDumper is the emitter in C with a representer that stays unused.
    dumper: Any = getattr(yaml, "CSafeDumper", None) or yaml.SafeDumper
    emit = cast("Callable[[events.Event], None]", dumper(stream, allow_unicode=True, width=_WIDTH).emit)
    emit(events.StreamStartEvent())
    emit(events.DocumentStartEvent(explicit=False))
    _Walk(emit, names).block(values)
    emit(events.DocumentEndEvent(explicit=False))
    emit(events.StreamEndEvent())
    return stream.getvalue()


def _float(value: float) -> str:
    text = repr(value)
    # YAML 1.1 wants a point in a float: it reads 1e+16 as text.
    return text if "." in text else text.replace("e", ".0e")


class _NamesExhausted(Exception):
    """No private-use character is left to stand in for another character."""


class _Walk:
    """Emits values as events; equal scalars share one event.

    ``names`` collects the private-use characters that stand in for those that the emitter would escape; a
    private-use character of the text itself gets a stand-in too, so that it cannot be taken for one.
    """

    def __init__(self, emit: Callable[[events.Event], None], names: dict[str, str] | None) -> None:
        self._emit = emit
        self._names = names
        self._texts: dict[str, events.ScalarEvent] = {}
        self._numbers: dict[int, events.ScalarEvent] = {}

    def block(self, values: dict[str, Any]) -> None:
        """A mapping with a line a key; its lists of mappings with a line an item."""
        emit = self._emit
        emit(_BLOCK_MAP)
        for key, value in values.items():
            emit(self._text(key))
            if isinstance(value, dict) and key in _BLOCK:
                self.block(cast("dict[str, Any]", value))
            elif isinstance(value, list) and value and isinstance(value[0], dict):
                self._items(cast("list[Any]", value), in_block=key in _BLOCK)
            else:
                self._flow(value)
        emit(_MAP_END)

    def _items(self, values: list[Any], *, in_block: bool) -> None:
        self._emit(_BLOCK_LIST)
        for value in values:
            if in_block and isinstance(value, dict):
                self.block(cast("dict[str, Any]", value))
            else:
                self._flow(value)
        self._emit(_LIST_END)

    def _flow(self, value: Any) -> None:
        """Any value on one line."""
        emit = self._emit
        kind = type(value)  # pyright: ignore[reportUnknownVariableType]
        if kind is str:
            emit(self._texts.get(value) or self._text(value))
        elif kind is dict:
            emit(_FLOW_MAP)
            for key, item in value.items():
                emit(self._texts.get(key) or self._text(key))
                self._flow(item)
            emit(_MAP_END)
        elif kind is int:
            emit(self._numbers.get(value) or self._number(value))
        elif kind is float:
            emit(_plain(_float(value)))
        elif kind is list:
            emit(_FLOW_LIST)
            for item in value:
                self._flow(item)
            emit(_LIST_END)
        else:
            emit(_CONSTANTS[value])

    def _number(self, value: int) -> events.ScalarEvent:
        event = self._numbers[value] = _plain(str(value))
        return event

    def _text(self, value: str) -> events.ScalarEvent:
        shown, plain, style = value, True, None
        if _SPECIAL.search(value):
            style = '"' if _ESCAPED.search(value) else None
            shown = _RENAMED.sub(self._rename, value) if self._names is not None else value
        if value.isascii():
            plain = _PLAIN_ASCII.fullmatch(value) is not None and value.lower() not in _WORDS
        event = self._texts[value] = events.ScalarEvent(None, None, (plain, True), shown, style=style)
        return event

    def _rename(self, match: re.Match[str]) -> str:
        assert self._names is not None
        char = match.group()
        if char not in self._names:
            if len(self._names) == len(_PRIVATE_USE):
                raise _NamesExhausted
            self._names[char] = chr(_PRIVATE_USE[len(self._names)])
        return self._names[char]
