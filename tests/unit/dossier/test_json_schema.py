import json
import re
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
import yaml

from irenic.dossier.json_schema import Part, field_docstrings, file_json_schema
from irenic.dossier.schema.knowledge import Claims, Sources
from irenic.dossier.schema.root import DossierFile
from irenic.dossier.schema.shape import models_of
from irenic.dossier.schema.variant import VariantFile
from tests.broken.dossiers import HERE

PARTS: tuple[Part, ...] = get_args(Part)
SHIPPED = Path(__file__).resolve().parents[3] / "src" / "irenic" / "cases"
FOLDERS = [HERE / "base", *(path.parent for path in sorted(SHIPPED.glob("*/dossier.yaml")))]
VARIANTS = [HERE / "variants" / "dry-year.yaml", *sorted(SHIPPED.glob("*/variants/*.yaml"))]


class Yaml12(yaml.SafeLoader):
    """Reads YAML as editors do: the core schema of YAML 1.2."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+0123456789."),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def as_an_editor_reads(path: Path) -> Any:
    # Through JSON, so that keys which YAML reads as numbers are the texts that an editor sees.
    return json.loads(json.dumps(yaml.load(path.read_text(encoding="utf-8"), Loader=Yaml12)))


@pytest.fixture(scope="module", params=PARTS)
def part(request: pytest.FixtureRequest) -> Part:
    chosen: Part = request.param
    return chosen


def validator(part: Part) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(file_json_schema(part))


def test_the_schema_is_one(part: Part) -> None:
    jsonschema.Draft202012Validator.check_schema(file_json_schema(part))


def test_whole_dossiers_are_accepted(part: Part) -> None:
    files = VARIANTS if part == "variant" else [folder / f"{part}.yaml" for folder in FOLDERS]
    found = {
        str(file): [error.message for error in validator(part).iter_errors(as_an_editor_reads(file))] for file in files
    }
    assert all(errors == [] for errors in found.values()), found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    status_quo: aldovan\n", "    status_quo: aldovan\n    lable: x\n"),
        ('    question: "Who runs the dam?"\n', ""),
        ("period: month", "period: fortnight"),
        ("horizon: 24", "horizon: many"),
        ("cost: 30", "cost: 130"),
        ("    name: Coria\n", "    name:\n"),
        ("  sowing: {", "  sowing_time: {"),
    ],
)
def test_what_the_reader_refuses_an_editor_marks(tmp_path: Path, old: str, new: str) -> None:
    text = (HERE / "base" / "dossier.yaml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "dossier.yaml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert list(validator("dossier").iter_errors(as_an_editor_reads(path)))


def test_every_field_is_described() -> None:
    for top in (DossierFile, Claims, Sources, VariantFile):
        for model in models_of(top):
            assert set(model.model_fields) <= set(field_docstrings(model)), model.__name__
    cell = file_json_schema("dossier")["$defs"]["Cell"]["properties"]
    assert cell["weight"]["description"].startswith("Swing weight")
