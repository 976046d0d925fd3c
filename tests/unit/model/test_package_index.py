import numpy as np
import pytest

from irenic.model.package_index import PackageIndex

SMALL = PackageIndex(("port", "toll"), (("shared", "ours"), ("none", "low", "high")))


def test_the_last_issue_is_fastest() -> None:
    assert SMALL.strides == (3, 1)
    assert SMALL.number((1, 2)) == 5
    assert SMALL.package(1) == {"port": "shared", "toll": "low"}
    assert SMALL.package(3) == {"port": "ours", "toll": "none"}


def test_numbers_positions_and_labels_agree() -> None:
    positions = SMALL.positions(np.arange(SMALL.count))
    for number in range(SMALL.count):
        assert SMALL.number(tuple(positions[number])) == number
        assert SMALL.number_of(SMALL.package(number)) == number


def test_positions_keep_the_shape_of_the_numbers() -> None:
    assert SMALL.positions(np.zeros((2, 3), dtype=np.int64)).shape == (2, 3, 2)


def test_a_number_that_is_no_package_is_refused() -> None:
    for number in (-1, SMALL.count):
        with pytest.raises(IndexError):
            SMALL.package(number)


def test_as_many_packages_as_int64_can_number() -> None:
    index = PackageIndex(tuple(f"i{k}" for k in range(63)), (("no", "yes"),) * 63)
    last = 2**63 - 1
    assert index.package(last) == dict.fromkeys(index.issues, "yes")
    assert (index.positions(np.array([last])) == 1).all()


def test_a_single_option_in_front_of_as_many_packages() -> None:
    index = PackageIndex(("only", *(f"i{k}" for k in range(63))), (("one",), *((("no", "yes"),) * 63)))
    positions = index.positions(np.array([2**63 - 1]))
    assert positions[0, 0] == 0
    assert (positions[0, 1:] == 1).all()


def test_more_packages_are_refused() -> None:
    with pytest.raises(ValueError, match="more than can be numbered"):
        PackageIndex(tuple(f"i{k}" for k in range(64)), (("no", "yes"),) * 64)
