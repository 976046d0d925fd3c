"""The dossier: what a person writes, read, checked and traced.

Holds the format (`schema`), the reader with positions, the checks, the backing of numbers, the trace. May import
`numbers`, `anchors` and the rooms below. Never computes an answer.
"""
