"""How many made tasks are read right, by what the notices were made of.

    python benchmarks/made.py [FIRST LAST] [--hard | --damaged | --glued] [--only FEATURE] [--worst N]

Reads the notices of the seeds FIRST up to LAST (0 and 400; see :mod:`made_notices`) and prints, worst first, the share of
tasks whose text, title, requirement, units, time and group are all right, for every shape, style and damage that is not
perfect; then the worst notices with what was wrong in them. ``--show SEED`` prints one notice, ``--only FEATURE`` reads
those that have it. ``--hard`` makes tables of more columns, merges, lines and page breaks (:mod:`made_hard`),
``--damaged`` the same with what happens to pages on their way into a text (:mod:`made_damaged`), ``--glued`` tables without anything between their cells (:mod:`made_glued`). A wrong unit or time
that no diagnostic tells of counts as ``silent``, too.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from typing import Any

from made_damaged import make_damaged
from made_glued import make_glued
from made_hard import make_hard
from made_notices import Fact, Made, make
from notice_parse import parse_text

#: Diagnostics that right tasks have as well.
_OF_RIGHT_ONES = frozenset({"inherited-units", "inherited-cell", "ambiguous-year"})
_LABEL = re.compile(r"^(?:[（(]\w{1,2}[）)]|\d{1,2}[.、]|[①-⑨])")


def plain(text: str | None) -> str:
    """The text without white space and final marks."""
    return _LABEL.sub("", "".join((text or "").split())).rstrip("。；，;,")


def wrong(fact: Fact, task: dict[str, Any]) -> list[str]:
    """The fields of a task that do not say what the fact says."""
    named = sorted((unit["name"], unit["role"]) for unit in task["units"])
    headings = [plain(heading["title"]) for heading in task["headings"]]
    times = [(deadline["kind"], deadline["due"]) for deadline in task["deadlines"]]
    checks = {
        "units": named == sorted(fact.units),
        "deadline": fact.time is None or fact.time[1:] in times,
        "title": fact.name is None or plain(task["title"]) == plain(fact.name),
        "requirement": fact.requirement is None or plain(task["requirement"]) == plain(fact.requirement),
        "group": fact.group is None or headings[-1:] == [plain(fact.group)],
    }
    return [name for name, right in checks.items() if not right]


def compare(made: Made) -> tuple[int, Counter[str]]:
    """How many facts were read right, and what was wrong in the others."""
    record = parse_text(made.text).to_dict()
    tasks = [task for task in record["tasks"] if task["kind"] == "task"]
    told = {found["task"] for found in record["diagnostics"] if found["name"] not in _OF_RIGHT_ONES}
    right, faults = 0, Counter[str]()
    for fact in made.facts:
        at = next((i for i, task in enumerate(tasks) if plain(task["content"]) == plain(fact.content)), None)
        found = ["content"]
        if at is not None:
            task = tasks.pop(at)
            found = wrong(fact, task)
            faults["silent"] += not {"units", "deadline"}.isdisjoint(found) and task["id"] not in told
        faults.update(found)
        right += not found
    faults["spurious"] += len(tasks)
    return right, +faults


def main() -> None:
    parser = argparse.ArgumentParser(description="How many made tasks are read right.")
    parser.add_argument("first", nargs="?", type=int, default=0)
    parser.add_argument("last", nargs="?", type=int, default=400)
    parser.add_argument("--worst", type=int, default=12, metavar="N", help="notices to list")
    parser.add_argument("--show", type=int, metavar="SEED", help="print the notice of a seed")
    parser.add_argument("--hard", action="store_true", help="tables as real ones are")
    parser.add_argument("--damaged", action="store_true", help="the same, damaged")
    parser.add_argument("--glued", action="store_true", help="tables without anything between their cells")
    parser.add_argument("--only", metavar="FEATURE", help="leave out notices without it")
    arguments = parser.parse_args()
    kinds = {"damaged": make_damaged, "hard": make_hard, "glued": make_glued}
    maker = next((found for kind, found in kinds.items() if getattr(arguments, kind)), make)
    if arguments.show is not None:
        made = maker(arguments.show)
        print(made.text, *made.facts, sep="\n")
        return
    shares: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    notices: list[tuple[float, int, tuple[str, ...], dict[str, int]]] = []
    for seed in range(arguments.first, arguments.last):
        made = maker(seed)
        if arguments.only and arguments.only not in made.features:
            continue
        right, faults = compare(made)
        pair = () if maker is not make else (f"{made.features[1]}, {made.features[-1]}",)
        for feature in ("all", *filter(None, made.features), *pair):
            shares[feature][0] += right
            shares[feature][1] += len(made.facts)
        notices.append((right / len(made.facts), seed, made.features, dict(faults)))
    for feature, (right, count) in sorted(shares.items(), key=lambda item: item[1][0] / item[1][1]):
        if right < count or feature == "all":
            print(f"{right / count:6.3f} of {count:5}  {feature}")
    for share, seed, features, faults in sorted(notices, key=lambda notice: notice[0])[: arguments.worst]:
        if share < 1:
            print(f"{share:6.3f} seed {seed}: {', '.join(features)}: {faults}")


if __name__ == "__main__":
    main()
