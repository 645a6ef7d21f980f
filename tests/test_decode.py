"""Bytes to source text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from notice_parse import parse_bytes, parse_text
from notice_parse.normalize import NotText, decode

SIMPLIFIED = (
    "云山县人民政府办公室关于印发《河道管护工作方案》的通知\r\n各乡镇人民政府，县直各部门：\r\n一、加强组织领导。\r\n"
)
TRADITIONAL = (
    "雲山縣人民政府辦公室關於印發《河道管護工作方案》的通知\n各鄉鎮人民政府，縣直各部門：\n一、加強組織領導。\n"
)


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_unmarked_text(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize("encoding", ["gbk", "gb2312"])
def test_the_gb_family_is_read_as_gb18030(encoding: str) -> None:
    decoded = decode(SIMPLIFIED.encode(encoding))
    assert (decoded.text, decoded.encoding) == (SIMPLIFIED, "gb18030")
    assert [doubt.rule for doubt in decoded.doubts] == ["encoding-guessed"]


@pytest.mark.parametrize("length", [9, 40, 1000])
def test_big5(length: int) -> None:
    text = (TRADITIONAL * 30)[:length]
    decoded = decode(text.encode("big5"))
    assert (decoded.text, decoded.encoding) == (text, "big5")


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_marks_decide_and_are_not_text(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + SIMPLIFIED.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.doubts) == (SIMPLIFIED, encoding, ())
    told = decode(mark + SIMPLIFIED.encode(encoding), encoding)
    assert told.text == SIMPLIFIED


def test_a_few_broken_bytes_stay_utf8() -> None:
    data = SIMPLIFIED.encode()
    decoded = decode(data[:3] + b"\xff\xe4\xbd" + data[3:])
    assert decoded.encoding == "utf-8"
    assert decoded.text == SIMPLIFIED[0] + "\ufffd" * 3 + SIMPLIFIED[1:]
    assert [(doubt.rule, doubt.start, doubt.end) for doubt in decoded.doubts] == [("damaged-bytes", 1, 4)]


def test_a_cut_off_end_stays_utf8() -> None:
    decoded = decode(SIMPLIFIED.strip().encode()[:-1])
    assert decoded.encoding == "utf-8"
    assert decoded.text.endswith("导\ufffd\ufffd")


def test_a_broken_byte_in_gb18030() -> None:
    data = SIMPLIFIED.encode("gb18030")
    decoded = decode(data[:40] + b"\xff" + data[40:])
    assert decoded.encoding == "gb18030"
    assert "damaged-bytes" in [doubt.rule for doubt in decoded.doubts]
    assert decoded.text.replace("\ufffd", "") == SIMPLIFIED


def test_much_damage_is_folded() -> None:
    decoded = decode((SIMPLIFIED.encode() + b"\xff") * 50)
    assert len(decoded.doubts) == 21
    assert decoded.doubts[-1].detail == "30"


def test_the_encoding_told_overrules() -> None:
    assert decode(SIMPLIFIED.encode("gbk"), "gbk").text == SIMPLIFIED
    assert decode("é".encode("latin-1"), "latin-1").text == "é"
    assert decode(b"\xff", "ascii").text == "\ufffd"


@pytest.mark.parametrize("name", ["utf-99", "hex", "rot13", ""])
def test_an_unknown_encoding(name: str) -> None:
    with pytest.raises(LookupError, match="gb18030"):
        decode(b"", name)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04....", "Office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n", "PNG"),
        (b"\x00\x01\x02\x03" * 20, "binary"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00\xb8", "binary"),
    ],
)
def test_binary_data_is_refused_with_advice(data: bytes, what: str) -> None:
    with pytest.raises(NotText, match=what):
        decode(data)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_a_nul_that_strayed_into_a_text_makes_it_no_binary(encoding: str) -> None:
    text = "关于做好2030年重点工作任务分工的通知\n各镇人民政府：\n一、修桥\0一座。\n"
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_empty_data() -> None:
    assert decode(b"").text == ""
    assert decode(codecs.BOM_UTF8).text == ""


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes_decode_or_are_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except NotText:
        return
    assert ("\ufffd" in decoded.text) <= (b"\xff\xfd" in data or b"\xef\xbf\xbd" in data or bool(decoded.doubts))


@given(st.text(max_size=100))
@settings(deadline=None)
def test_utf8_comes_back_unchanged(text: str) -> None:
    if "\0" in text or text.startswith(("\ufeff", "%PDF-", "{\\rtf", "GIF8", "Rar!")):
        return
    assert decode(text.encode()).text == text


def test_the_wrong_kind_of_input_names_the_right_function() -> None:
    with pytest.raises(TypeError, match="parse_text got bytes; parse_bytes reads bytes"):
        parse_text(b"")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="parse_bytes got str; parse_text reads text"):
        parse_bytes("")  # type: ignore[arg-type]
