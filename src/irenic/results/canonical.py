"""Canonical JSON and hashes: the same data always gives the same bytes (docs/results.md, section JSON)."""

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np

Json: TypeAlias = Any
"""What JSON can hold: None, bool, int, float, str, lists, mappings with text keys; NumPy scalars count as numbers."""


def pretty(data: Json) -> bytes:
    """Canonical JSON as it stands in files: indented by two blanks, one newline at the end.

    Raises:
        TypeError: something in `data` is no JSON.
    """
    return json.dumps(plain(data), **_SAME, indent=2).encode("utf-8") + b"\n"


def compact(data: Json) -> bytes:
    """Canonical JSON as it is hashed: without blanks and newline.

    Raises:
        TypeError: something in `data` is no JSON.
    """
    return json.dumps(plain(data), **_SAME, separators=(",", ":")).encode("utf-8")


def sha256(content: bytes | memoryview) -> str:
    """The SHA-256 of `content`, 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def plain(data: Json) -> Json:
    """`data` in lists, dicts and Python's own scalars, with non-finite numbers as the texts `inf`, `-inf` and `nan`.

    Raises:
        TypeError: something in `data` is no JSON.
    """
    if isinstance(data, np.generic):
        data = data.item()
    if data is None or isinstance(data, bool | int | str):
        return data
    if isinstance(data, float):
        return data if math.isfinite(data) else str(data)
    if isinstance(data, Mapping):
        return {_key(key): plain(value) for key, value in data.items()}
    if isinstance(data, Sequence) and not isinstance(data, bytes | bytearray):
        return [plain(value) for value in data]
    raise TypeError(f"{type(data).__name__} is no JSON")


_SAME: Any = {"sort_keys": True, "ensure_ascii": False, "allow_nan": False}


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(f"{type(key).__name__} is no key of JSON")
    return str(key)
