"""The brief and the report, made from a results folder alone.

Holds the types of `case.json` and `summary.json`, their words in both languages, the page of text, and the HTML page
with its templates. May import `plot`, `results`, `language`, `errors`. Never computes an answer, never reads a dossier.
"""
