"""The results folder: labelled arrays with a written specification (`docs/results.md`).

Holds writing, reading, hashing and the chunk store; may import `errors`, `language`, NumPy and (on opening) xarray.
Never knows a dossier.
"""
