"""Writes ``samples/NAME.yaml`` beside each sample: run ``python tests/update_samples.py``, then read the diff."""

from __future__ import annotations

from pathlib import Path

from notice_parse import parse_path

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def expected_yaml(file: Path) -> bytes:
    """What ``notice-parse FILE`` prints for a sample."""
    return parse_path(file).to_yaml().encode("utf-8")


def main() -> None:
    for file in sorted(SAMPLES.glob("*.txt")):
        target = file.with_suffix(".yaml")
        data = expected_yaml(file)
        if not target.exists() or target.read_bytes() != data:
            target.write_bytes(data)
            print(f"written: {target.name}")


if __name__ == "__main__":
    main()
