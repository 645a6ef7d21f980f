"""SHA-256 by Python's own code, as :mod:`random` does it: loading OpenSSL takes longer than reading a short notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import sha256 as sha256
else:
    try:
        from _sha2 import sha256
    except ImportError:
        try:
            from _sha256 import sha256  # until Python 3.11
        except ImportError:
            from hashlib import sha256


def hex_digest(data: bytes) -> str:
    """SHA-256 of ``data`` in hexadecimal.

    >>> hex_digest(b"")[:16]
    'e3b0c44298fc1c14'
    """
    return sha256(data).hexdigest()
