"""What every part of the format is made of: texts, elements, numbers with their backing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic.annotated_handlers import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from irenic.dossier.schema.ids import ClaimId, as_tuple
from irenic.dossier.schema.scalars import refused
from irenic.numbers.distribution import Distribution
from irenic.numbers.notation import NotationError, number_from, number_json_schema
from irenic.numbers.support import AMOUNT, ANY, CORRELATION, FRACTION, POINTS, POSITIVE, PROBABILITY, Support

LANGUAGE_PATTERN = r"^([a-z]{2,3}(-[A-Za-z0-9]+)*)?$"
"""A language tag (BCP 47), or nothing."""


def _as_text(raw: Any) -> Any:
    return {"": raw} if isinstance(raw, str) else raw


_ByLanguage: TypeAlias = dict[Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)], str]
Text: TypeAlias = Annotated[_ByLanguage, BeforeValidator(_as_text, json_schema_input_type=str | _ByLanguage)]
"""Words in one language, or in several: `{en: …, zh: …}`. Stored by language, "" where none is named."""

LanguageTag: TypeAlias = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
"""Language, BCP 47; `und` where undetermined."""


def words(text: Mapping[str, str] | None, language: str) -> str:
    """The text in the language asked for, else in the unnamed one, else English, else the first there is."""
    if not text:
        return ""
    for key in (language, "", "en"):
        if key in text:
            return text[key]
    return next(iter(text.values()))


class Frozen(BaseModel):
    """A frozen part of the format; keys that it does not know are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Backed(Frozen):
    """Whatever can say what it rests on."""

    because: Annotated[tuple[ClaimId, ...], BeforeValidator(as_tuple, json_schema_input_type=str | list[str])] = ()
    """Claims that back this element and the numbers of its mapping."""
    assumed: str | None = None
    """Why the numbers of this mapping are assumed, where no claim states them."""


class Element(Backed):
    """A part of the dossier that claims may back."""

    note: Text | None = None
    """Anything a reader should know."""


class Quantity(Backed):
    """An uncertain number with its backing: `40 to 80`, or `{value: 40 to 80, because: […], assumed: …}`."""

    value: Distribution
    """The number as a distribution."""


@dataclass(frozen=True, slots=True)
class In:
    """Annotation that reads a `Quantity` from the number notation and holds it to a support."""

    support: Support

    def _read(self, raw: Any) -> Any:
        if isinstance(raw, Quantity):
            return raw
        if isinstance(raw, Mapping) and "value" in raw:
            return {**raw, "value": self._parse(raw["value"])}
        return {"value": self._parse(raw)}

    def _parse(self, raw: Any) -> Distribution:
        try:
            return number_from(raw, self.support)
        except NotationError as error:
            raise refused(error.code, **error.params) from error

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return quantity_json_schema(self.support)


def quantity_json_schema(support: Support) -> JsonSchemaValue:
    """JSON Schema of a number of that support, bare or with its backing."""
    number = number_json_schema(support)
    text = {"type": ["string", "number", "boolean"]}
    claims = {"anyOf": [text, {"type": "array", "items": text}]}
    backed = {
        "type": "object",
        "properties": {"value": number, "because": claims, "assumed": text},
        "required": ["value"],
        "additionalProperties": False,
    }
    return {"anyOf": [number, backed]}


Points: TypeAlias = Annotated[Quantity, In(POINTS)]
"""Utility points from 0 to 100."""
Probability: TypeAlias = Annotated[Quantity, In(PROBABILITY)]
"""A probability, or a word of likelihood."""
Fraction: TypeAlias = Annotated[Quantity, In(FRACTION)]
"""Strictly between 0 and 1."""
Positive: TypeAlias = Annotated[Quantity, In(POSITIVE)]
"""Above 0."""
Amount: TypeAlias = Annotated[Quantity, In(AMOUNT)]
"""0 or more."""
AnyNumber: TypeAlias = Annotated[Quantity, In(ANY)]
"""Any number."""
Coefficient: TypeAlias = Annotated[Quantity, In(CORRELATION)]
"""A coefficient between -1 and 1."""
