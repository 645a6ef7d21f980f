"""The shell steps of the GitHub Actions example in docs/check.md, run on samples of ours; and the pre-commit hook."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")
WORKFLOW = next(
    yaml.load(block, yaml.BaseLoader)
    for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    if "runs-on" in block
)
STEPS = [step["run"] for step in WORKFLOW["jobs"]["check"]["steps"] if "run" in step]


@pytest.mark.skipif(os.name != "posix", reason="the example is a shell's")
def test_the_steps_of_the_example_run(tmp_path: Path) -> None:
    (tmp_path / "notices").mkdir()
    (tmp_path / "records").mkdir()
    shutil.copy(sorted((ROOT / "samples").glob("*.txt"))[0], tmp_path / "notices" / "a.txt")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "GITHUB_ACTIONS": "true"}
    steps = ["notice-parse notices/a.txt -o records/a.yaml", *(step for step in STEPS if "pip install" not in step)]
    assert len(steps) == 3
    for step in steps:
        subprocess.run(["sh", "-ec", step], cwd=tmp_path, env=environment, check=True, timeout=60)
    report = json.loads((tmp_path / "notice-parse.sarif").read_text(encoding="utf-8"))
    assert len(report["runs"][0]["artifacts"]) == 2


def test_the_settings_example_is_read(tmp_path: Path) -> None:
    from notice_parse.checks.settings import KEYS, settings_of

    (example,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "pyproject.toml").write_text(example, encoding="utf-8")
    settings = settings_of(tmp_path)
    assert settings.fail_on == "warning"
    assert settings.ignored_in(tmp_path / "old" / "a.txt") == ("NP3",)
    assert all(f"{key} =" in example or f".{key}]" in example for key in KEYS)


def test_the_page_names_every_option() -> None:
    from notice_parse.cli.check import command

    for option in (name for parameter in command.params for name in parameter.opts if name.startswith("--")):
        assert f"`{option}" in PAGE or f" `{option}" in PAGE, option


def test_the_hook_runs_an_existing_command() -> None:
    from notice_parse.cli.registry import COMMANDS

    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"].split()[1] in COMMANDS
    assert re.match(hook["files"], "records/2030/a.yaml")
    assert not re.match(hook["files"], ".pre-commit-config.yaml")
