"""Small compiled helpers that let kernels run at the speed of the processor's vectors.

Holds Numba intrinsics; may import NumPy and Numba only; knows no word of the field.
"""
