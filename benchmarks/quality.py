"""How much of the gold is read right, held against pinned floors.

    python benchmarks/quality.py                  # compare with the floors; exit 1 when a fact was lost
    python benchmarks/quality.py -v               # also every wrong fact, with what was expected
    python benchmarks/quality.py --pin            # keep what was gained
    python benchmarks/quality.py --lower-floors   # keep what was lost, too: only with a reason in the commit

A *fact* is one field of one gold record (the units of task 3, the notice's title). ``quality_floors.json`` holds, for
each corpus, the number of right facts per field and the names of the facts that are known to be wrong; a wrong fact
that isn't named there is a loss. The seeds are scored where they stand beside the repository.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from gold import facts, read_gold  # noqa: E402
from notice_parse import parse_path  # noqa: E402

FLOORS = Path(__file__).with_name("quality_floors.json")
SHARED = ROOT.parent / "shared"
CORPORA = {"samples": (ROOT / "tests" / "sample_gold", ROOT / "samples"), "seeds": (SHARED / "gold", SHARED / "seeds")}
TASK_FACTS = ("found", "content", "headings", "requirement", "units", "deadlines")


def score(gold_folder: Path, text_folder: Path) -> dict[str, dict[str, str]]:
    """For each notice, its facts and what is wrong with them (empty: nothing)."""
    scored: dict[str, dict[str, str]] = {}
    for file in sorted(gold_folder.glob("*.json")):
        record = parse_path(text_folder / f"{file.stem}.txt").to_dict()
        scored[file.stem] = facts(read_gold(file), record)
    return scored


def wrong_facts(scored: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    """The names of the wrong facts of each notice that has any."""
    wrong = {notice: [name for name, fault in found.items() if fault] for notice, found in scored.items()}
    return {notice: names for notice, names in wrong.items() if names}


def by_field(scored: dict[str, dict[str, str]]) -> dict[str, list[int]]:
    """Right and all facts of each field, and the records that are right as a whole."""
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for found in scored.values():
        for name, fault in found.items():
            field = name.split()[-1] if name.startswith("task") else name
            every[field] += 1
            right[field] += not fault
        for task in {name.rsplit(" ", 1)[0] for name in found if name.startswith("task")}:
            every["whole records"] += 1
            right["whole records"] += not any(found[f"{task} {field}"] for field in TASK_FACTS)
    return {field: [right[field], every[field]] for field in every}


def changes(known: dict[str, list[str]], now: dict[str, list[str]]) -> tuple[list[str], list[str]]:
    """What was gained and what was lost since the floors were pinned."""
    before = {f"{notice}: {name}" for notice, names in known.items() for name in names}
    after = {f"{notice}: {name}" for notice, names in now.items() for name in names}
    return sorted(before - after), sorted(after - before)


def by_notice(names: list[str]) -> list[str]:
    """One line a notice, the facts behind it."""
    grouped: dict[str, list[str]] = {}
    for name in names:
        notice, fact = name.split(": ", 1)
        grouped.setdefault(notice, []).append(fact)
    return [f"{notice}: {', '.join(found)}" for notice, found in grouped.items()]


def raised(pinned: dict[str, Any] | None, scored: dict[str, dict[str, str]]) -> dict[str, Any]:
    """The floors with what was gained: a fact that is wrong stays known only if it was wrong before."""
    fields, wrong = by_field(scored), wrong_facts(scored)
    if pinned is None:
        return {"fields": fields, "wrong": wrong}
    known = pinned["wrong"]
    kept = {notice: [name for name in names if name in known.get(notice, [])] for notice, names in wrong.items()}
    floors = {
        field: [max(counts[0], pinned["fields"].get(field, [0])[0]), counts[1]] for field, counts in fields.items()
    }
    return {"fields": floors, "wrong": {notice: names for notice, names in kept.items() if names}}


def read_floors() -> dict[str, Any]:
    return json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def report(corpus: str, scored: dict[str, dict[str, str]], floors: dict[str, Any], verbose: bool) -> bool:
    """Print one corpus; whether no fact was lost."""
    pinned = floors.get(corpus, {"fields": {}, "wrong": {}})
    print(f"\n{corpus}: {len(scored)} notices")
    for field, (right, every) in by_field(scored).items():
        floor = pinned["fields"].get(field, [0, 0])[0]
        print(f"  {field:24} {right:5} of {every:5}  {right / every:7.2%}   floor {floor}")
    gained, lost = changes(pinned["wrong"], wrong_facts(scored))
    print(f"  gained {len(gained)}, lost {len(lost)}")
    for sign, names in (("+", gained), ("-", lost)):
        for line in by_notice(names):
            print(f"  {sign} {line}")
    if verbose:
        for notice, found in scored.items():
            for name, fault in found.items():
                if fault:
                    print(f"  ! {notice}: {name}: {fault}")
    return not lost


def main() -> int:
    parser = argparse.ArgumentParser(description="Score the samples and seeds against pinned floors.")
    parser.add_argument("-v", "--verbose", action="store_true", help="print every wrong fact")
    parser.add_argument("--pin", action="store_true", help="keep what was gained; what was lost stays a loss")
    parser.add_argument("--lower-floors", action="store_true", help="pin what is, losses included")
    arguments = parser.parse_args()
    floors = read_floors()
    held = True
    for corpus, (gold_folder, text_folder) in CORPORA.items():
        if not gold_folder.is_dir():
            print(f"{corpus}: not here, left out")
            continue
        scored = score(gold_folder, text_folder)
        kept = report(corpus, scored, floors, arguments.verbose)
        held = held and kept
        if arguments.lower_floors:
            floors[corpus] = {"fields": by_field(scored), "wrong": wrong_facts(scored)}
        elif arguments.pin:
            floors[corpus] = raised(floors.get(corpus), scored)
    if arguments.pin or arguments.lower_floors:
        FLOORS.write_text(json.dumps(floors, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0 if held or arguments.lower_floors else 1


if __name__ == "__main__":
    sys.exit(main())
