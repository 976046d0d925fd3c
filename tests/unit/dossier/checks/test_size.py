from irenic.dossier.checks.size import MOST_COMBINATIONS
from tests.unit.dossier.river import Tell


def issues(count: int) -> str:
    return "".join(f"  i{n}: {{question: q, status_quo: a, options: {{a: {{}}, b: {{}}}}}}\n" for n in range(count))


def test_two_to_the_sixty_third_packages_can_be_numbered(told: Tell) -> None:
    # dam, water and release make 27 packages: 58 issues of two options more stay below 2^63, 59 do not.
    assert told(("issues:\n  dam:", f"issues:\n{issues(58)}  dam:")) == []
    assert told(("issues:\n  dam:", f"issues:\n{issues(59)}  dam:")) == [("dossier.too-many-packages", "issues")]


def test_a_block_may_be_as_large_as_it_can_be_held(told: Tell) -> None:
    assert MOST_COMBINATIONS == 2**20
    rule = f"  alike: {{same: [{', '.join(f'i{n}' for n in range(20))}], assumed: all alike}}\n"
    assert told(("issues:\n  dam:", f"issues:\n{issues(20)}  dam:"), ("rules:\n", "rules:\n" + rule)) == []
