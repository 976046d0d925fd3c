"""What can't be read as a number."""

from collections.abc import Mapping
from types import MappingProxyType

from irenic.numbers.distribution import number_text


class NotationError(Exception):
    """A value that the number notation doesn't know, or that leaves its support.

    Attributes:
        code: id of the catalogue entry that tells it, `number.name`.
        params: what fills the entry; numbers that a reader compares with the file as text, as they are written there.
    """

    def __init__(self, code: str, **params: str | int | float) -> None:
        super().__init__(code)
        self.code = code
        self.params: Mapping[str, str | int | float] = MappingProxyType(
            {name: number_text(value) if isinstance(value, float) else value for name, value in params.items()}
        )
