"""Dossiers that are broken in ways no edit of a text file can show."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from irenic.dossier.yaml_text import MAX_BYTES
from irenic.dossier.yaml_tree import MAX_DEPTH, MAX_NODES, MAX_SCALAR


def _no_folder(folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()


def _no_dossier(folder: Path) -> None:
    (folder / "dossier.yaml").unlink()


def _link_to_itself(folder: Path) -> None:
    _no_dossier(folder)
    (folder / "dossier.yaml").symlink_to("dossier.yaml")


def _folder_for_file(folder: Path) -> None:
    _no_dossier(folder)
    (folder / "dossier.yaml").mkdir()


def _large_file(folder: Path) -> None:
    with (folder / "claims.yaml").open("r+b") as stream:
        stream.truncate(MAX_BYTES + 1)


def _many_bare_numbers(folder: Path) -> None:
    _insert(folder, "issues:\n", _issues(200, 3))
    cells = "".join(f"    i{n}: {{weight: 1, values: {{a0: 0, a1: 50, a2: 100}}}}\n" for n in range(200))
    _insert(folder, "positions:\n  aldova:\n", cells)


def _big5(folder: Path) -> None:
    path = folder / "dossier.yaml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("big5"))


def _empty(folder: Path) -> None:
    (folder / "dossier.yaml").write_text("# nothing yet\n", encoding="utf-8")


def _list(folder: Path) -> None:
    (folder / "dossier.yaml").write_text("- irenic: 1\n", encoding="utf-8")


def _long_text(folder: Path) -> None:
    _insert(folder, "as_of: 2031-03-10\n", f"summary: {'w' * (MAX_SCALAR + 1)}\n")


def _many_nodes(folder: Path) -> None:
    _insert(folder, "as_of: 2031-03-10\n", f"summary: [{'a,' * MAX_NODES}]\n")


def _deep(folder: Path) -> None:
    _insert(folder, "as_of: 2031-03-10\n", f"summary: {'[' * MAX_DEPTH}{']' * MAX_DEPTH}\n")


def _many_issues(folder: Path) -> None:
    _insert(folder, "issues:\n", _issues(62, 2))


def _large_block(folder: Path) -> None:
    _insert(folder, "issues:\n", _issues(21, 2))
    all_alike = f"  alike: {{same: [{', '.join(f'i{n}' for n in range(21))}]}}\n"
    _insert(folder, "rules:\n", all_alike)


def _large_coalition(folder: Path) -> None:
    _insert(folder, "issues:\n", _issues(13, 2))
    for party, after in (("aldova", "positions:\n  aldova:\n"), ("brenland", "      because: B1\n")):
        _insert(
            folder,
            after,
            "".join(f"    i{n}: {{weight: 1, values: {{a0: 0, a1: 100}}, assumed: {party}{n}}}\n" for n in range(13)),
        )
    controls = ", ".join(f"i{n}: a1" for n in range(13))
    valley = f"coalitions:\n  valley: {{members: [aldova, brenland], controls: {{{controls}}}, assumed: all}}\n"
    _insert(folder, "as_of: 2031-03-10\n", valley)


def _no_document(folder: Path) -> None:
    (folder.parent / "documents" / "river.txt").unlink()


def _no_documents(folder: Path) -> None:
    _no_document(folder)
    (folder.parent / "documents").rmdir()


def _document_in_big5(folder: Path) -> None:
    path = folder.parent / "documents" / "river.txt"
    path.write_bytes(path.read_text(encoding="utf-8").encode("big5"))


def _issues(count: int, options: int) -> str:
    named = ", ".join(f"a{n}: {{}}" for n in range(options))
    return "".join(f"  i{n}: {{question: q, status_quo: a0, options: {{{named}}}}}\n" for n in range(count))


def _insert(folder: Path, after: str, text: str) -> None:
    path = folder / "dossier.yaml"
    written = path.read_text(encoding="utf-8")
    assert written.count(after) == 1
    path.write_text(written.replace(after, after + text), encoding="utf-8")


SETUPS: Final[Mapping[str, Callable[[Path], None]]] = {
    "no-folder": _no_folder,
    "no-dossier": _no_dossier,
    "link-to-itself": _link_to_itself,
    "folder-for-file": _folder_for_file,
    "large-file": _large_file,
    "many-bare-numbers": _many_bare_numbers,
    "big5": _big5,
    "empty": _empty,
    "list": _list,
    "long-text": _long_text,
    "many-nodes": _many_nodes,
    "deep": _deep,
    "many-issues": _many_issues,
    "large-block": _large_block,
    "large-coalition": _large_coalition,
    "no-document": _no_document,
    "no-documents": _no_documents,
    "document-in-big5": _document_in_big5,
}
"""Name in the examples → what it does to the dossier's folder (documents lie in `documents` beside it)."""
