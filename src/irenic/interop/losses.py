"""What a conversion leaves out, as records that the catalogue words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from irenic.errors.problem import Parameter


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that one side has and the other does not.

    Attributes:
        code: id of the catalogue entry that says it.
        params: what the entry's placeholders are filled with.
    """

    code: str
    params: Mapping[str, Parameter] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "params", MappingProxyType(dict(self.params)))
