"""Whatever is written in a dossier's files, reading it ends in a dossier or in problems that can be told."""

import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from irenic.dossier.check import check_dossier
from irenic.dossier.load import read_dossier
from irenic.errors.problem import Severity
from irenic.language.messages import LANGUAGES, problem_line
from tests.broken.dossiers import HERE

FILES = ("dossier.yaml", "claims.yaml", "sources.yaml")
BASE = {file: (HERE / "base" / file).read_text(encoding="utf-8") for file in FILES}
TREES = {file: yaml.load(text, Loader=yaml.BaseLoader) for file, text in BASE.items()}

SCALARS = st.sampled_from(
    [
        "",
        "x",
        "0",
        "-1",
        "50",
        "10 to 20",
        "likely",
        "true",
        "2031-01-01",
        "aldova",
        "dam",
        "shared",
        "A1",
        "a_b",
        "河",
        ".",
    ]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["value", "because", "dam", "water", "x", "0", "en", "on"]), inner, max_size=3
        )
    ),
    max_leaves=5,
)


def changed(tree: Any, data: st.DataObject) -> Any:
    """The tree with one part of it replaced, renamed or dropped."""
    if not isinstance(tree, dict | list) or not tree or data.draw(st.integers(0, 5)) == 0:
        return data.draw(VALUES)
    if isinstance(tree, list):
        place = data.draw(st.integers(0, len(tree) - 1))
        return [*tree[:place], changed(tree[place], data), *tree[place + 1 :]]
    key = data.draw(st.sampled_from(sorted(tree)))
    act = data.draw(st.sampled_from(["inside", "inside", "inside", "drop", "rename"]))
    if act == "inside":
        return {**tree, key: changed(tree[key], data)}
    kept = {k: v for k, v in tree.items() if k != key}
    return kept if act == "drop" else {**kept, data.draw(st.sampled_from(["x", "a_b", "dam", "value"])): tree[key]}


def read_anyhow(texts: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for file, text in texts.items():
            (folder / file).write_text(text, encoding="utf-8")
        reading = read_dossier(folder)
        errors = [p for p in reading.problems if p.severity is Severity.ERROR]
        assert reading.dossier is not None or errors
        for problem in check_dossier(folder, HERE / "documents").problems:
            for language in LANGUAGES:
                assert "\n" not in problem_line(problem, language)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_a_changed_dossier_is_read_or_told(data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(FILES))
    tree = TREES[file]
    for _ in range(data.draw(st.integers(1, 3))):
        tree = changed(tree, data)
    read_anyhow({**BASE, file: yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)})


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(FILES), st.data())
def test_a_damaged_text_is_read_or_told(file: str, data: st.DataObject) -> None:
    text = BASE[file]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    read_anyhow({**BASE, file: text[:start] + data.draw(st.text("ab:-[]{}&*!|>'\"#\n \t", max_size=6)) + text[end:]})
