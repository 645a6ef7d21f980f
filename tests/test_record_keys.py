"""Keys of notices and tasks depend on the notice, not on how it is shown."""

from __future__ import annotations

import pytest
from notice_parse import parse_text
from notice_parse.normalize import SCRIPTS


@pytest.mark.parametrize("number", ["", "云政办〔2031〕8号\n"])
def test_the_keys_are_the_same_in_every_script(number: str) -> None:
    text = (
        f"云溪县人民政府办公室关于印发2031年重点任务的通知\n{number}"
        "各乡镇：\n现印发给你们。\n2031年2月1日\n1.修桥，通车。（县交通局负责）"
    )
    records = [parse_text(text, script=script) for script in SCRIPTS]
    assert records[0].notice.title != records[1].notice.title
    assert len({record.notice.key for record in records}) == 1
    assert len({record.tasks[0].key for record in records}) == 1
