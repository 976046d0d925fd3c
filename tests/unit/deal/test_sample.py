import numpy as np

from irenic.deal.kernels.sample import sample_packages

STARTS = np.array([0, 3, 5])
ALLOWED = np.array([True, False, True, True, True])


def test_a_sample_holds_allowed_packages_about_equally_often() -> None:
    chosen = sample_packages(ALLOWED, STARTS, np.uint64(7), np.int64(4_000))
    packages, counts = np.unique(chosen, axis=0, return_counts=True)
    assert packages.tolist() == [[0, 3], [0, 4], [2, 3], [2, 4]]
    assert np.abs(counts - 1_000).max() < 6 * np.sqrt(4_000 * 0.25 * 0.75)  # six standard errors


def test_it_depends_on_its_key_alone_and_a_longer_one_begins_like_a_shorter() -> None:
    shorter = sample_packages(ALLOWED, STARTS, np.uint64(7), np.int64(50))
    longer = sample_packages(ALLOWED, STARTS, np.uint64(7), np.int64(90))
    assert (longer[:50] == shorter).all()
    assert (sample_packages(ALLOWED, STARTS, np.uint64(8), np.int64(50)) != shorter).any()
