import numpy as np

from irenic.model.combinations import Marker, cut_into_blocks
from irenic.model.package_index import PackageIndex

INDEX = PackageIndex(
    ("port", "toll", "north", "flag"), (("shared", "ours"), ("none", "high"), ("0", "5", "10"), ("shared", "new"))
)


def test_ties_join_issues_and_the_rest_stand_alone() -> None:
    blocks = cut_into_blocks(INDEX, [("flag", "port"), ("port",)])
    assert [block.issues for block in blocks] == [(0, 3), (1,), (2,)]
    assert [block.start for block in blocks] == [0, 4, 6]


def test_ties_join_through_others() -> None:
    blocks = cut_into_blocks(INDEX, [("toll", "flag"), ("port", "north"), ("north", "flag")])
    assert [block.issues for block in blocks] == [(0, 1, 2, 3)]


def test_combinations_are_in_package_order_and_their_numbers_add_up() -> None:
    blocks = cut_into_blocks(INDEX, [("port", "flag")])
    numbers = sorted(int(a + b + c) for a in blocks[0].numbers for b in blocks[1].numbers for c in blocks[2].numbers)
    assert numbers == list(range(INDEX.count))
    assert (np.diff(blocks[0].numbers) > 0).all()
    assert blocks[0].positions.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]


def test_marks() -> None:
    marker = Marker(INDEX, cut_into_blocks(INDEX, [("port", "flag"), ("north", "toll")]))
    tied = marker.block_of(("flag",))
    assert tied.issues == (0, 3)
    assert marker.matching({"port": ("ours",)}, tied).tolist() == [False, False, True, True]
    assert marker.matching({"port": ("ours", "shared"), "flag": ("new",)}, tied).tolist() == [False, True, False, True]
    assert marker.matching({}, tied).all()
    assert marker.same(("port", "flag"), tied).tolist() == [True, False, False, False]
    assert (
        marker.everywhere(marker.block_of(("toll",)), np.ones(6, dtype=np.bool_)).tolist() == [False] * 4 + [True] * 6
    )


def test_quantities_are_compared_as_numbers() -> None:
    index = PackageIndex(("north", "south"), (("0", "5", "10"), ("2-5", "7-5")))
    marker = Marker(index, cut_into_blocks(index, [("north", "south")]))
    amounts = {"north": (0.0, 5.0, 10.0), "south": (2.5, 7.5)}
    more = marker.exceeding(amounts, "north", "south", marker.blocks[0])
    assert more.tolist() == [False, False, True, False, True, True]
