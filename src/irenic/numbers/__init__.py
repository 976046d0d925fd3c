"""Uncertain numbers: notation, distributions, correlated draws.

Holds the number notation, the distributions and the draws keyed by path; may import `errors`, `language`, `fast`, NumPy
and (lazily) SciPy. Never knows a dossier: a number is a distribution and a path.
"""
