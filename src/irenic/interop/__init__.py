"""Domains of other tools: read, compiled to a package space, written, and turned into dossiers and back.

Holds the readers and writers of GENIUS XML, NegoLog JSON and tables, and what each way loses. May import the model,
the dossier and what lies below. Never computes an answer, never shows anything.
"""
