from hashlib import sha256
from pathlib import Path

from irenic.anchors.document import MAX_BYTES, Folder, sha256_of


def test_line_ends_and_marks_are_code_points(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfa\r\n\xe6\xb2\xb3")
    document = Folder(tmp_path).find("a.txt", None)
    assert document is not None
    assert document.text == "\ufeffa\r\n河"
    assert document.sha256 == sha256(b"\xef\xbb\xbfa\r\n\xe6\xb2\xb3").hexdigest()


def test_a_document_that_is_no_text_is_found_without_text(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"\xff\xfe\x00")
    document = Folder(tmp_path).find("a.pdf", None)
    assert document is not None
    assert document.text is None


def test_the_nearest_of_one_name_is_taken(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.txt").write_text("deep", encoding="utf-8")
    (tmp_path / "a.txt").write_text("near", encoding="utf-8")
    document = Folder(tmp_path).find("a.txt", "0" * 64)
    assert document is not None
    assert document.text == "near"


def test_links_and_giants_are_left_alone(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("kept apart", encoding="utf-8")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").symlink_to(outside)
    with (folder / "b.txt").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    assert Folder(folder).find("a.txt", sha256_of("kept apart")) is None
    assert Folder(folder).find("b.txt", None) is None


def test_nothing_is_found_in_an_empty_folder(tmp_path: Path) -> None:
    assert Folder(tmp_path).find("a.txt", None) is None


def test_a_hash_is_that_of_utf8(tmp_path: Path) -> None:
    assert sha256_of("河") == sha256("河".encode()).hexdigest()
