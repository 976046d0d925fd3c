"""Compiled parts of the war: NumPy, Numba and the compiled helpers only."""
