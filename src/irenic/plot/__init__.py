"""Pictures: one function each, from plain numbers and labels to a drawing specification.

Sees results, language and errors only. Never reads a results folder and never words anything: callers pass labels.
"""
