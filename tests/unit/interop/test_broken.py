"""Every problem of a foreign file has a file that shows it, and is told there in whole, with its place."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from irenic.errors.problem import IrenicError, Problem
from irenic.interop import source, table, xlsx_rows
from irenic.interop.convert import Target
from irenic.interop.reading import check_size
from irenic.language.messages import LANGUAGES, catalogue, message, problem_line
from tests.unit.interop.examples import GENIUS, NEGOLOG, TABLE, read, written

Files = dict[str, str]


def genius(file: str, old: str, new: str) -> Files:
    assert old in GENIUS[file]
    return {**GENIUS, file: GENIUS[file].replace(old, new, 1)}


def negolog(file: str, old: str, new: str) -> Files:
    assert old in NEGOLOG[file]
    return {**NEGOLOG, file: NEGOLOG[file].replace(old, new, 1)}


def csv(old: str, new: str) -> Files:
    assert old in TABLE
    return {"river.csv": TABLE.replace(old, new, 1)}


SHARED = '<item index="1" value="shared" evaluation="6"/>'
RANGE = '<range lowerbound="0.0" upperbound="10.0"/>'
SLOPE = '<evaluator ftype="linear" slope="0.25" offset="0.25"/>'
LINE = '<evaluator ftype="linear" parameter0="1.0" parameter1="-0.1"/>'
WATER = '<issue index="1" name="water" type="discrete">'
ENTITY = "<!DOCTYPE a [<!ENTITY b 'c'>]>"
EMPTY = "<negotiation_template><utility_space/></negotiation_template>"
DEEP = "<a>" * 70 + "<utility_space/>" + "</a>" * 70

BROKEN: list[tuple[Files, str, str]] = [
    # XML
    (genius("town2.xml", "</utility_space>", ""), "", "town2.xml:22:1 xml-syntax"),
    (genius("town2.xml", "shared", "a < b"), "", "town2.xml:5:29 xml-syntax"),
    (genius("town2.xml", "shared", "a &nbsp; b"), "", "town2.xml:5:4 xml-syntax"),
    (genius("town2.xml", "<utility_space>", ENTITY + "<utility_space>"), "", "town2.xml:1:13 xml-doctype"),
    ({**GENIUS, "town3.xml": DEEP}, "", "town3.xml:1:193 xml-depth"),
    ({**GENIUS, "town3.xml": "<a>" + "<b/>" * 100_001 + "<utility_space/></a>"}, "", "town3.xml:1:400000 xml-size"),
    ({**GENIUS, "town3.xml": '<?xml version="1.0" encoding="klingon"?><utility_space/>'}, "", "town3.xml:1:1 encoding"),
    ({**GENIUS, "town3.xml": '<?xml version="1.0" encoding="big5"?><utility_space/>'}, "", "town3.xml:1:1 encoding"),
    # GENIUS
    ({**GENIUS, "lake.xml": GENIUS["river.xml"]}, "", " genius-templates"),
    ({"river.xml": GENIUS["river.xml"]}, "", " genius-no-spaces"),
    ({**GENIUS, "river.xml": EMPTY}, "", "river.xml:1:1 genius-no-issues"),
    (genius("town2.xml", ' evaluation="6"', ""), "", "town2.xml:5:4 genius-no-attribute"),
    (genius("river.xml", 'type="real"', 'type="price"'), "", "river.xml:10:4 genius-kind"),
    (genius("river.xml", RANGE, ""), "", "river.xml:10:4 genius-range"),
    (genius("river.xml", RANGE, '<range lowerbound="9" upperbound="1"/>'), "", "river.xml:10:4 genius-range"),
    (genius("river.xml", 'lowerbound="2"', 'lowerbound="2.5"'), "", "river.xml:9:4 genius-range"),
    (genius("river.xml", 'index="3" name="toll"', 'index="2" name="toll"'), "", "river.xml:10:4 genius-index"),
    (genius("town2.xml", 'index="3" name="toll"', 'index="2" name="toll"'), "", "town2.xml:12:3 genius-index"),
    (genius("river.xml", 'name="toll"', 'name="boats"'), "", "river.xml:1:1 genius-issue-repeated"),
    (genius("town2.xml", 'index="3" name="toll"', 'index="4" name="toll"'), "", "town2.xml:12:3 genius-unknown-issue"),
    (genius("town2.xml", 'index="3" name="toll"', 'index="4" name="toll"'), "", "town2.xml:3:2 genius-missing-issue"),
    (genius("town2.xml", '<weight index="3" value="0.2"/>', ""), "", "town2.xml:12:3 genius-no-weight"),
    (genius("town2.xml", 'name="toll"', 'name="fee"'), "", "town2.xml:12:3 genius-name-differs"),
    (genius("town2.xml", "shared", "split"), "", "town2.xml:5:4 genius-unknown-option"),
    (genius("town2.xml", SHARED, ""), "", "town2.xml:4:3 genius-missing-option"),
    (genius("town2.xml", SLOPE, ""), "", "town2.xml:9:3 genius-no-evaluator"),
    (genius("town2.xml", LINE, '<evaluator ftype="faratin"/>'), "", "town2.xml:14:4 genius-function"),
    (genius("town2.xml", 'value="0.25"', 'value="NaN"'), "", "town2.xml:2:2 no-number"),
    (genius("town2.xml", 'evaluation="8"', 'evaluation="1e300"'), "", "town2.xml:6:4 no-number"),
    (genius("town2.xml", 'value="0.5"', 'value="-0.5"'), "", "town2.xml:16:3 weight-negative"),
    (genius("river.xml", 'value="ours"', 'value=" shared "'), "", "river.xml:6:5 option-repeated"),
    (genius("town2.xml", 'value="ours"', 'value="shared"'), "", "town2.xml:6:4 option-repeated"),
    (genius("river.xml", 'value="ours"', 'value=" "'), "", "river.xml:6:5 name"),
    (genius("river.xml", 'name="water"', 'name=""'), "", "river.xml:4:4 name"),
    ({**GENIUS, "river.xml": GENIUS["river.xml"].replace("item", "thing")}, "", "river.xml:4:4 no-options"),
    (genius("town2.xml", "<utility_space>", '<utility_space type="nonlinear">'), "", "town2.xml:1:1 genius-nonlinear"),
    # NegoLog
    ({"a.json": "{}"}, "a.json", " negolog-no-profiles"),
    ({**NEGOLOG, "profileB.json": "[]"}, "", "profileB.json:1:1 negolog-form"),
    (negolog("profileB.json", '"issueWeights"', '"issueWeight"'), "", "profileB.json:1:1 negolog-part"),
    (negolog("profileB.json", '"issueWeights"', '"issueWeight"'), "", "profileB.json:3:2 negolog-key"),
    ({"profileA.json": '{"issueWeights": {}, "issues": {}}'}, "", "profileA.json:1:1 negolog-no-issues"),
    (negolog("profileB.json", '"toll": 0.5', '"fee": 0.5'), "", "profileB.json:5:10 unknown-issue"),
    (negolog("profileB.json", '"toll": 0.5', '"fee": 0.5'), "", "profileB.json:3:2 missing-issue"),
    (negolog("profileB.json", '"shared"', '"split"'), "", "profileB.json:8:12 unknown-option"),
    (negolog("profileB.json", '"shared"', '"split"'), "", "profileB.json:8:12 missing-option"),
    (negolog("profileB.json", '"toll": 0.5', '"toll": true'), "", "profileB.json:5:11 no-number"),
    (negolog("profileB.json", '"toll": 0.5', '"toll": -0.5'), "", "profileB.json:5:11 weight-negative"),
    (negolog("profileB.json", '"shared"', '" shared"'), "", "profileB.json:7:12 name"),
    (negolog("profileB.json", '"ours"', '"shared"'), "", "profileB.json:10:4 json-duplicate"),
    (negolog("profileB.json", '"ours": 0.25', '"ours": 0.25,'), "", "profileB.json:11:3 json-syntax"),
    (negolog("profileB.json", "0.25", "NaN"), "", "profileB.json:10:12 json-syntax"),
    (negolog("profileB.json", "0.25", "[" * 80), "", "profileB.json:10:73 json-depth"),
    (negolog("profileB.json", "0.25", "[" + "0," * 100_000 + "0]"), "", "profileB.json:10:199995 json-size"),
    ({**NEGOLOG, **GENIUS}, "", " two-formats"),
    # Tables
    (csv("weight", "wait"), "river.csv", "river.csv:1:1 table-columns"),
    (csv("reservation", "value"), "river.csv", "river.csv:1:33 table-column-repeated"),
    ({"river.csv": "party,issue,option,weight,value\n"}, "river.csv", "river.csv table-empty"),
    (csv("Upper,water,ours", ",water,ours"), "river.csv", "river.csv:3:2 table-no-name"),
    (csv("ours,,1", "ours,,"), "river.csv", "river.csv:3:13 table-no-value"),
    (csv("shared,0.6", "shared,"), "river.csv", "river.csv:2:1 table-no-weight"),
    (csv("Lower,toll,low,,0.5,\n", ""), "river.csv", "river.csv:6:1 table-missing"),
    (csv("none,0.4", "none,0.5"), "river.csv", "river.csv:5:16 table-differs"),
    (
        {"river.csv": "party,issue,option,weight,value,amount\nUpper,boats,2,1,1,2\nUpper,boats,3,1,1,\n"},
        "river.csv",
        "river.csv table-amounts",
    ),
    (csv("shared", '"shared'), "river.csv", "river.csv:2:13 csv-quote"),
    (csv("shared", '"shared" it'), "river.csv", "river.csv:2:13 csv-quote"),
    (csv("ours", "shared"), "river.csv", "river.csv:3:13 option-repeated"),
    (csv("0.3\n", "1;5\n"), "river.csv", "river.csv:2:28 no-number"),
    (csv("0.6", "−0.6"), "river.csv", "river.csv:2:20 no-number"),
    (csv("0.6", "-0.6"), "river.csv", "river.csv:2:20 weight-negative"),
]  # fmt: skip


def found(path: Path) -> list[str]:
    with pytest.raises(IrenicError) as refused:
        read(path)
    return [told(problem, path if path.is_dir() else path.parent) for problem in refused.value.problems]


def told(problem: Problem, folder: Path) -> str:
    """`file:line:column code`, and the message can be said in both languages."""
    for language in LANGUAGES:
        assert problem_line(problem, language)
    place = problem.file.removeprefix(str(folder)).removeprefix("/")
    place += f":{problem.line}:{problem.column}" if problem.line else ""
    return f"{place} {problem.code.removeprefix('interop.')}"


@pytest.mark.parametrize(("files", "give", "expected"), BROKEN, ids=lambda part: part if isinstance(part, str) else "")
def test_a_broken_file_is_told_with_its_place(files: Files, give: str, expected: str, tmp_path: Path) -> None:
    folder = written(tmp_path / "river", files)
    assert expected in found(folder / give if give else folder)


def test_everything_is_told_at_once(tmp_path: Path) -> None:
    files = genius("town2.xml", "shared", "split")
    files["town10.xml"] = (
        files["town10.xml"].replace('value="0.6"', 'value="much"').replace('name="toll"', 'name="fee"')
    )
    assert found(written(tmp_path / "river", files)) == [
        "town10.xml:11:3 genius-name-differs",
        "town10.xml:17:3 no-number",
        "town2.xml:4:3 genius-missing-option",
        "town2.xml:5:4 genius-unknown-option",
    ]


def test_the_whole_of_a_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(Path("river"), genius("town2.xml", "shared", "sharing"))
    with pytest.raises(IrenicError) as refused:
        read(Path("river"))
    assert [problem_line(problem, "en") for problem in refused.value.problems] == [
        (
            "river/town2.xml:4:3: The issue “water” lacks the option “shared”. Add an item with its evaluation. "
            "[interop.genius-missing-option]"
        ),
        (
            "river/town2.xml:5:4: The issue “water” of the domain has no option “sharing”. Write it as in the domain: "
            "shared. [interop.genius-unknown-option]"
        ),
    ]


def workbook(rows: list[list[object]]) -> bytes:
    from openpyxl import Workbook

    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def with_part(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one part changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, change(data) if entry.filename == part else data)
    return stream.getvalue()


def spoiled(content: bytes) -> bytes:
    """The same with the packed sheet overwritten."""
    start = content.index(b"xl/theme/theme1.xml") + 60
    return content[:start] + b"\xff" * 50 + content[start + 50 :]


SHEET = "xl/worksheets/sheet1.xml"
HEAD: list[object] = ["party", "issue", "option", "weight", "value"]
ROWS: list[list[object]] = [HEAD, ["Upper", "water", "shared", 1, 0.5], ["Upper", "water", "ours", None, 1]]
DOCTYPE = b'<!DOCTYPE a [<!ENTITY b "b">]>'


WORKBOOKS: dict[str, tuple[Callable[[], bytes], str]] = {
    "no archive": (lambda: b"no archive", "xlsx-form"),
    "cut off": (lambda: workbook(ROWS)[:900], "xlsx-form"),
    "spoiled": (lambda: spoiled(workbook(ROWS)), "xlsx-form"),
    "empty": (lambda: with_part(workbook(ROWS), "xl/workbook.xml", lambda _: b"<workbook/>"), "table-columns"),
    "document type": (lambda: with_part(workbook(ROWS), SHEET, lambda data: DOCTYPE + data), "xml-doctype"),
    "half a part": (lambda: with_part(workbook(ROWS), SHEET, lambda data: data[:-20]), "xml-syntax"),
    "bomb": (lambda: with_part(workbook(ROWS), SHEET, lambda data: data + b" " * 101_000_000), "xlsx-unpacked"),
    "formula": (lambda: workbook([HEAD, ["Upper", "water", "shared", 1, "=1+1"]]), "table-no-value"),
    "truth": (lambda: workbook([HEAD, ["Upper", "water", "shared", 1, True]]), "no-number"),
}


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_broken_workbook(name: str, tmp_path: Path) -> None:
    make, expected = WORKBOOKS[name]
    (tmp_path / "river.xlsx").write_bytes(make())
    assert {line.rpartition(" ")[2] for line in found(tmp_path / "river.xlsx")} == {expected}


def test_a_cell_of_a_workbook_is_told_by_its_address(tmp_path: Path) -> None:
    (tmp_path / "river.xlsx").write_bytes(workbook([*ROWS, ["Upper", "water", "theirs", None, "lots"]]))
    with pytest.raises(IrenicError) as refused:
        read(tmp_path / "river.xlsx")
    (problem,) = refused.value.problems
    assert (problem.line, problem.column, problem.path) == (4, 5, "Sheet!E4")


def test_limits_of_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written(tmp_path / "river", GENIUS)
    monkeypatch.setattr(source, "MAX_BYTES", 600)
    assert "town2.xml file-too-large" in found(folder)
    monkeypatch.setattr(source, "MAX_FILES", 2)
    assert found(folder) == [" too-many-files"]
    monkeypatch.undo()
    (folder / "town3.xml").mkdir()
    assert found(folder) == ["town3.xml file-irregular"]
    (folder / "town3.xml").rmdir()
    (folder / "town3.xml").symlink_to(folder / "nowhere")
    assert found(folder) == ["town3.xml file-unreadable"]


def test_limits_of_a_workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "river.xlsx").write_bytes(workbook(ROWS))
    monkeypatch.setattr(xlsx_rows, "MAX_ROWS", 2)
    assert found(tmp_path / "river.xlsx") == ["river.xlsx xlsx-rows"]
    monkeypatch.setattr(xlsx_rows, "find_spec", lambda _: None)
    assert found(tmp_path / "river.xlsx") == ["river.xlsx xlsx-extra"]


def test_text_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "river.csv").write_bytes(TABLE.encode().replace(b"Upper", "Ünter".encode("latin-1"), 1))
    assert found(tmp_path / "river.csv") == ["river.csv:2:1 encoding"]
    (tmp_path / "river.csv").write_bytes(TABLE.encode("utf-16-le"))
    assert found(tmp_path / "river.csv") == ["river.csv:1:2 encoding"]


def test_sizes_of_domains() -> None:
    with pytest.raises(IrenicError, match=r"interop\.domain-too-large"):
        check_size([2] * 300, 2, "river")
    with pytest.raises(IrenicError, match=r"interop\.too-many-packages"):
        check_size([2] * 64, 2, "river")
    with pytest.raises(IrenicError, match=r"interop\.too-many-parties"):
        check_size([2, 2], 101, "river")
    check_size([2] * 63, 2, "river")


def test_many_warnings_hide_no_error(tmp_path: Path) -> None:
    """More strange columns than are told, beside one that lacks."""
    head, _, rows = TABLE.partition("\n")
    strange = ",".join(f"x{k}" for k in range(300))
    text = f"{head.replace('issue', 'isssue')},{strange}\n{rows}"
    with pytest.raises(IrenicError) as raised:
        read(written(tmp_path, {"river.csv": text}) / "river.csv")
    assert [problem.code for problem in raised.value.problems] == ["interop.table-columns"]


def test_what_is_left_out_is_warned_of(tmp_path: Path) -> None:
    folder = written(tmp_path / "river", {**GENIUS, "notes.xml": "<notes/>"})
    assert [told(warning, folder) for warning in read(folder, "scaled").warnings] == ["notes.xml genius-other"]
    noted = written(tmp_path, {"river.csv": TABLE.replace("reservation", "source", 1)})
    warnings = read(noted / "river.csv").warnings
    assert [told(warning, noted) for warning in warnings] == ["river.csv:1:33 table-column-unknown"]


def test_targets(tmp_path: Path) -> None:
    with pytest.raises(IrenicError, match=r"interop\.format-untold"):
        Target.of(tmp_path / "river", None)
    with pytest.raises(IrenicError, match=r"interop\.target-exists"):
        Target.of(tmp_path, "genius")


COMMAND = {"genius-scale", "option-of-domains", "option-of-dossiers", "nothing-to-convert", "target-unwritable"}
"""Problems of the command and of readings, shown in tests/unit/cli, test_convert.py and test_genius.py."""


def test_every_problem_is_shown_here() -> None:
    wanted = {name for name, entry in catalogue("interop").items() if "fix" in entry}
    text = Path(__file__).read_text(encoding="utf-8")
    assert sorted(name for name in wanted - COMMAND if f"{name}\"" not in text and f".{name}\"" not in text
                  and f"\\.{name}" not in text) == []  # fmt: skip


def test_a_column_is_found_under_any_of_its_heads() -> None:
    cell = table.Cell(" WEIGHT ", 1, 1)
    assert table.head_of(cell) == "weight"
    assert table.head_of(table.Cell("權重", 1, 1)) == "weight"
    assert message("interop.table-no-name", "zh", column="party")
