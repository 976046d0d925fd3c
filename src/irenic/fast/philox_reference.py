"""Philox4x32-10 in plain Python, against which the compiled one is held."""

from irenic.fast.philox import ROUNDS

Words = tuple[int, int, int, int]

LIMIT = 1 << 32


def philox_plainly(counter: Words, key: tuple[int, int]) -> Words:
    """Four random words of 32 bits (Salmon et al. 2011, section 4.3)."""
    for _ in range(ROUNDS):
        high_left, low_left = divmod(0xD2511F53 * counter[0], LIMIT)
        high_right, low_right = divmod(0xCD9E8D57 * counter[2], LIMIT)
        counter = (high_right ^ counter[1] ^ key[0], low_right, high_left ^ counter[3] ^ key[1], low_left)
        key = ((key[0] + 0x9E3779B9) % LIMIT, (key[1] + 0xBB67AE85) % LIMIT)
    return counter


def units_plainly(seed: int, run: int, period: int, stream: int) -> tuple[float, float, float, float]:
    """What `draws_of` and `unit` give for a run's period and stream."""
    words = philox_plainly((run % LIMIT, run // LIMIT, period, stream), (seed % LIMIT, seed // LIMIT))
    first, second, third, fourth = ((word + 0.5) / LIMIT for word in words)
    return first, second, third, fourth
