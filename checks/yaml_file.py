"""YAML record files, strictly: no tags, anchors or aliases, no key twice, and the place of every value.

The tree is built from the parser's events, because PyYAML's own constructors keep the last of two equal keys,
expand aliases and forget where a value stood.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from .document import DEEPEST, Document, Loaded, Place, Problem

_YAML: Any = yaml  # its stubs leave events and resolvers untyped
_LOADER = _YAML.CSafeLoader if yaml.__with_libyaml__ else _YAML.SafeLoader
_PLAIN_TAGS = ("null", "bool", "int", "float")
_TAG = "tag:yaml.org,2002:"


def load_yaml(text: str) -> Loaded:
    """The documents of a YAML file. Never raises: what cannot be read is a problem with its place."""
    builder = _Builder()
    try:
        for event in _YAML.parse(text, Loader=_LOADER):
            if not builder.take(event):
                break
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        builder.problem("record-syntax", mark, " ".join(filter(None, (error.context, error.problem))))
    except (yaml.YAMLError, ValueError) as error:
        builder.problem("record-syntax", None, str(error).splitlines()[0])
    return builder.loaded


@dataclass(slots=True)
class _Open:
    """A mapping or sequence whose end has not come."""

    value: dict[str, Any] | list[Any]
    place: Place
    key: str | None = None
    awaits_key: bool = field(default=True)


class _Builder:
    """Values and places from a stream of events, without recursion."""

    def __init__(self) -> None:
        self.loaded = Loaded()
        self._stack: list[_Open] = []
        self._scalars: Any = _YAML.SafeLoader("")

    def take(self, event: Any) -> bool:
        """One event; False when the rest is not worth reading."""
        if isinstance(event, yaml.ScalarEvent):
            self._plain(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            return self._begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            closed = self._stack.pop()
            self._add(closed.value, closed.place)
        elif isinstance(event, yaml.AliasEvent):
            self.problem("alias-refused", event.start_mark, f"*{event.anchor}")
            self._add(None, _place(event.start_mark))
        return True

    def problem(self, rule: str, mark: Any, detail: str) -> None:
        place = _place(mark)
        self.loaded.problems.append(Problem(rule, place.line, place.column, detail))

    def _plain(self, event: Any) -> None:
        self._refuse_extras(event)
        if self._stack and isinstance(self._stack[-1].value, dict) and self._stack[-1].awaits_key:
            self._begin_member(self._stack[-1], event.value, event.start_mark)
        else:
            self._add(self._scalar(event), _place(event.start_mark))

    def _begin(self, event: Any) -> bool:
        self._refuse_extras(event)
        if len(self._stack) >= DEEPEST:
            self.problem("record-syntax", event.start_mark, "nested too deeply")
            return False
        self._stack.append(_Open({} if isinstance(event, yaml.MappingStartEvent) else [], _place(event.start_mark)))
        return True

    def _begin_member(self, mapping: _Open, key: str, mark: Any) -> None:
        if key in mapping.value:
            self.problem("duplicate-key", mark, key)
        mapping.key, mapping.awaits_key = key, False

    def _add(self, value: Any, place: Place) -> None:
        if not self._stack:
            self.loaded.documents.append(Document(value, place.at))
            return
        parent = self._stack[-1]
        if isinstance(parent.value, list):
            parent.place.members[len(parent.value)] = place
            parent.value.append(value)
        elif parent.awaits_key:
            self.loaded.problems.append(Problem("record-syntax", place.line, place.column, "a key that is not text"))
            parent.key, parent.awaits_key = "?", False
        else:
            parent.value[parent.key or ""] = value
            parent.place.members[parent.key or ""] = place
            parent.awaits_key = True

    def _scalar(self, event: Any) -> Any:
        if not event.implicit[0]:
            return event.value
        tag = str(self._scalars.resolve(yaml.ScalarNode, event.value, (True, False))).removeprefix(_TAG)
        if tag == "timestamp":
            self.problem("schema-violation", event.start_mark, f"{event.value}: write a date in quotes")
        if tag not in _PLAIN_TAGS:
            return event.value
        node = yaml.ScalarNode(_TAG + tag, event.value)
        try:
            return self._scalars.construct_object(node)
        except ValueError:  # 0x, or an integer of more digits than Python converts
            self.problem("record-syntax", event.start_mark, f"not a number: {event.value}")
            return event.value

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor:
            self.problem("alias-refused", event.start_mark, f"&{event.anchor}")
        if event.tag:
            self.problem("record-syntax", event.start_mark, f"the tag {event.tag} is not read")


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
