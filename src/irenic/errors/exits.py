"""Exit codes of the `irenic` command."""

from enum import IntEnum


class Exit(IntEnum):
    """What the shell is told: 0 fine, 1 findings in the user's files, 2 misuse, 70 a defect of Irenic."""

    FINE = 0
    FINDINGS = 1
    MISUSE = 2
    DEFECT = 70
    INTERRUPTED = 130
