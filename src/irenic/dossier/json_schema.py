"""The format as JSON Schema, for editors that complete and check YAML while it is written.

Editors read YAML 1.2: `5` and `true` come as numbers and truth values even where the dossier means an id or a text. The
schema therefore takes single values of any kind wherever the format takes text.
"""

import ast
import inspect
from functools import cache
from textwrap import dedent
from typing import Any, Final, Literal, TypeAlias

from pydantic import BaseModel

from irenic.dossier.schema.base import quantity_json_schema
from irenic.dossier.schema.knowledge import Claims, Sources
from irenic.dossier.schema.root import DossierFile
from irenic.dossier.schema.shape import models_of
from irenic.dossier.schema.variant import VariantFile
from irenic.numbers.support import SUPPORTS

Part: TypeAlias = Literal["dossier", "claims", "sources", "variant"]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
"""Identifier of the dialect; nothing is fetched from it."""
_MODELS: Final[dict[Part, type[BaseModel]]] = {
    "dossier": DossierFile,
    "claims": Claims,
    "sources": Sources,
    "variant": VariantFile,
}
_NUMBERS: Final = {f"Number-{support.name}": support for support in SUPPORTS}
_LEFT_OUT: Final = frozenset({"title", "default", "const", "anyOf"})
_ANY_SCALAR: Final = ["string", "number", "boolean"]


def file_json_schema(part: Part) -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one file of a dossier, with the fields' descriptions."""
    model = _MODELS[part]
    written = model.model_json_schema(mode="validation")
    described = {kind.__name__: kind for kind in models_of(model)}
    for name, definition in ((model.__name__, written), *written.get("$defs", {}).items()):
        if name in described:
            _describe(definition, described[name])
    schema = {"$schema": DIALECT, "title": f"{part}.yaml", **_schema(written)}
    if part == "dossier":
        schema["$defs"] |= {name: quantity_json_schema(support) for name, support in _NUMBERS.items()}
    return schema


def _describe(definition: dict[str, Any], model: type[BaseModel]) -> None:
    told = field_docstrings(model)
    for name, info in model.model_fields.items():
        definition["properties"][info.alias or name]["description"] = told[name]


def _schema(written: dict[str, Any]) -> dict[str, Any]:
    """One schema as an editor needs it: numbers by reference, texts widened, no null, no default, no title."""
    kept: dict[str, Any] = {key: _part(key, value) for key, value in written.items() if key not in _LEFT_OUT}
    if "patternProperties" in kept:
        kept.setdefault("additionalProperties", False)
    words = written.get("enum", [written["const"]] if "const" in written else [])
    if words:
        del kept["type"]
        kept["enum"] = [*words, *(int(word) for word in words if word.isdecimal())]
    elif written.get("type") == "string":
        kept["type"] = _ANY_SCALAR
    stated = [alternative for alternative in written.get("anyOf", ()) if alternative != {"type": "null"}]
    number = _number_name(stated)
    if number:
        kept["$ref"] = f"#/$defs/{number}"
    elif len(stated) == 1:
        kept = _schema(stated[0]) | kept
    elif stated:
        kept["anyOf"] = [_schema(alternative) for alternative in stated]
    return kept


def _part(key: str, value: Any) -> Any:
    """What stands under one keyword of a schema."""
    if key in {"properties", "patternProperties", "$defs"}:
        return {name: _schema(inner) for name, inner in value.items()}
    if key == "prefixItems":
        return [_schema(inner) for inner in value]
    return _schema(value) if key in {"items", "additionalProperties"} and isinstance(value, dict) else value


def _number_name(alternatives: list[Any]) -> str | None:
    """Name of the numbers that these alternatives stand for."""
    return next((n for n, s in _NUMBERS.items() if quantity_json_schema(s)["anyOf"] == alternatives), None)


@cache
def field_docstrings(model: type[BaseModel]) -> dict[str, str]:
    """Field → the text that stands under it in the source, inherited fields included."""
    told: dict[str, str] = {}
    for parent in reversed([kind for kind in model.__mro__ if issubclass(kind, BaseModel) and kind is not BaseModel]):
        (body,) = ast.parse(dedent(inspect.getsource(parent))).body
        assert isinstance(body, ast.ClassDef)
        for statement, following in zip(body.body, body.body[1:], strict=False):
            text = getattr(getattr(following, "value", None), "value", None)
            if (
                isinstance(statement, ast.AnnAssign)
                and isinstance(statement.target, ast.Name)
                and isinstance(text, str)
            ):
                told[statement.target.id] = " ".join(text.split())
    return told
