"""Exit codes are part of the contract with scripts that call `irenic`."""

from irenic.errors.exits import Exit


def test_codes_are_those_that_the_documentation_names() -> None:
    assert {code.name: int(code) for code in Exit} == {
        "FINE": 0,
        "FINDINGS": 1,
        "MISUSE": 2,
        "DEFECT": 70,
        "INTERRUPTED": 130,
    }
