"""Anchors: positions in a document, verified by the hash of the text that stands there.

May import `errors` and `language`. Never knows a dossier.
"""
