"""Hostile files are refused within a second and 200 MB, the start of the process included."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SECONDS = 1.0
MEGABYTES = 200
HEAD = "irenic: 1\ntitle: t\nas_of: 2031-03-10\n"


def brackets(path: Path) -> None:
    path.write_text("[" * 100_000, encoding="utf-8")


def braces(path: Path) -> None:
    path.write_text(HEAD + "a: " + "{a: " * 100_000, encoding="utf-8")


def dashes(path: Path) -> None:
    path.write_text("- " * 100_000, encoding="utf-8")


def question_marks(path: Path) -> None:
    path.write_text("? " * 100_000, encoding="utf-8")


def aliases(path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join(['*a' + str(n - 1)] * 9)}]" for n in range(1, 30)]
    path.write_text("\n".join(lines), encoding="utf-8")


def hundred_megabytes(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(100_000_000)


def duplicates(path: Path) -> None:
    path.write_text(HEAD + "run: {seed: 1}\n" * 200_000, encoding="utf-8")


def empty_lists(path: Path) -> None:
    path.write_text(HEAD + "parties: [" + "[]," * 1_600_000 + "]\n", encoding="utf-8")


def not_utf8(path: Path) -> None:
    path.write_bytes(HEAD.encode() + b"summary: " + b"\xa4\xa4\xa4\xe5" * 1_000_000)


def utf16(path: Path) -> None:
    path.write_bytes((HEAD * 50_000).encode("utf-16"))


def nul_bytes(path: Path) -> None:
    path.write_bytes(HEAD.encode() + b"summary: a\x00b\n" * 100)


def long_scalar(path: Path) -> None:
    path.write_text(HEAD + "summary: " + "w" * 4_900_000, encoding="utf-8")


def long_number(path: Path) -> None:
    number = "9" * 40_000
    path.write_text(f"irenic: {number}\ntitle: t\nas_of: {number}\nclock: {{horizon: {number}}}\n", encoding="utf-8")


def unknown_keys(path: Path) -> None:
    keys = "".join(f"key-{n}-{'k' * 40}: 1\n" for n in range(24_000))
    path.write_text(HEAD + keys, encoding="utf-8")


def merge_keys(path: Path) -> None:
    path.write_text(HEAD + "<<: {a: 1}\n" * 1_000, encoding="utf-8")


def open_quote(path: Path) -> None:
    path.write_text(HEAD + 'summary: "' + "w\n" * 2_000_000, encoding="utf-8")


def tags(path: Path) -> None:
    path.write_text(HEAD + "summary: !!python/object/apply:os.system [id]\n", encoding="utf-8")


HOSTILE: list[tuple[Callable[[Path], None], str]] = [
    (brackets, "dossier.yaml-depth"),
    (braces, "dossier.yaml-depth"),
    (dashes, "dossier.yaml-depth"),
    (question_marks, "dossier.yaml-key-kind"),
    (aliases, "dossier.yaml-alias"),
    (hundred_megabytes, "dossier.file-too-large"),
    (duplicates, "dossier.yaml-duplicate"),
    (empty_lists, "dossier.yaml-nodes"),
    (not_utf8, "dossier.yaml-encoding"),
    (utf16, "dossier.yaml-encoding"),
    (nul_bytes, "dossier.yaml-invisible"),
    (long_scalar, "dossier.yaml-long-text"),
    (long_number, "dossier.whole-malformed"),
    (unknown_keys, "dossier.key-unknown"),
    (merge_keys, "dossier.yaml-merge"),
    (open_quote, "dossier.yaml-quote"),
    (tags, "dossier.yaml-tag"),
]


def read_apart(folder: Path, root: Path) -> dict[str, Any]:
    run = subprocess.run(
        [sys.executable, str(root / "tests" / "broken" / "hostile.py"), str(folder)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    told: dict[str, Any] = json.loads(run.stdout)
    return told


@pytest.mark.parametrize(("write", "code"), HOSTILE, ids=[write.__name__ for write, _ in HOSTILE])
def test_a_hostile_file_is_refused(write: Callable[[Path], None], code: str, tmp_path: Path, root: Path) -> None:
    write(tmp_path / "dossier.yaml")
    told = read_apart(tmp_path, root)
    assert code in told["codes"]
    assert told["megabytes"] < MEGABYTES
    # Processor time: the machine may be busy with other tests.
    assert told["seconds"] < SECONDS


def test_a_depth_is_told_where_it_is_passed(tmp_path: Path, root: Path) -> None:
    brackets(tmp_path / "dossier.yaml")
    assert read_apart(tmp_path, root)["places"] == ["1:65"]
