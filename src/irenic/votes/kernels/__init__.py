"""Compiled parts of the votes: NumPy, Numba and the compiled helpers only."""
