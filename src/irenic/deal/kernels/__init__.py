"""Compiled kernels of the package space. See only NumPy, Numba and `irenic.fast`."""
