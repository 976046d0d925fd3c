"""Checks across a dossier, each a function from dossier to problems; `registry` lists them."""
