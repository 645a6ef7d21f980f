"""The syllables of Mandarin in pinyin (Hanyu Pinyin, GB/T 16159), and what the tone marks stand for."""

from __future__ import annotations

from functools import lru_cache

_FINALS_BY_INITIAL = {  # initial: its finals, ü written as v where it is pronounced so
    "": "a o e ai ei ao ou an en ang eng er",
    "b": "a o ai ei ao an en ang eng i ie iao ian in ing u",
    "p": "a o ai ei ao ou an en ang eng i ie iao ian in ing u",
    "m": "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "f": "a o ei ou an en ang eng u",
    "d": "a e ai ei ao ou an en ang eng ong i ie iao iu ian ing u uo ui uan un",
    "t": "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
    "n": "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan v ve ue",
    "l": "a o e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve ue",
    "g": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "k": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "q": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "x": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "zh": "i a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "ch": "i a e ai ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "sh": "i a e ai ei ao ou an en ang eng u ua uo uai ui uan un uang",
    "r": "i e ao ou an en ang eng ong u ua uo ui uan un",
    "z": "i a e ai ei ao ou an en ang eng ong u uo ui uan un",
    "c": "i a e ai ao ou an en ang eng ong u uo ui uan un",
    "s": "i a e ai ao ou an en ang eng ong u uo ui uan un",
    "y": "a o e ao ou an ang i in ing ong u ue uan un",
    "w": "a o ai ei an en ang eng u",
}
SYLLABLES = frozenset(initial + final for initial, finals in _FINALS_BY_INITIAL.items() for final in finals.split())

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_BASE = "aaaaeeeeiiiioooouuuuvvvvnnnm"
# ɑ and ɡ are what some converters print; ă ĕ … are breves taken for the third tone's hook.
PLAIN = {
    **dict(zip(map(ord, TONED), _BASE, strict=True)),
    **dict(zip(map(ord, "ăĕĭŏŭüêɑɡ"), "aeiouveag", strict=True)),
}
LETTERS = "a-zɑɡüêăĕĭŏŭ" + TONED


@lru_cache(maxsize=4096)
def is_syllable(text: str) -> bool:
    """True for one Mandarin syllable: with tone mark (hào), tone digit (hao4), or neither (hao).

    A single letter counts only with its tone: (a) is a label, (à) a gloss.
    """
    plain = text.translate(PLAIN)
    digit = plain[-1:] in {"1", "2", "3", "4", "5"}
    base = plain[:-1] if digit else plain
    if base not in SYLLABLES:
        return False
    return len(base) > 1 or digit or text != plain
