"""What writing a domain makes: contents of files, and what they don't say."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from irenic.interop.losses import Loss

Equality: TypeAlias = Literal["same", "affine", "middle"]
"""How the utilities of what was written compare with those that were read: equal; equal once each party's are
stretched and moved; or those of a dossier's middle case. Zone, frontier, Nash and Kalai–Smorodinsky are the same in the
first two; egalitarian, utilitarian and side payments compare parties and are the same in the first only."""

SINGLE: Final = ""
"""Name of the file where there is but one: it is written to the target itself."""


@dataclass(frozen=True, slots=True)
class Written:
    """A domain in another format.

    Attributes:
        files: name → content; one file without a name, or the files of a folder.
        losses: what the domain says and the files don't.
        equality: how utilities compare.
    """

    files: Mapping[str, bytes]
    losses: tuple[Loss, ...] = ()
    equality: Equality = "same"
