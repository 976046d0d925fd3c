"""A dossier compiled to arrays: utilities, rules, feasibility, package index.

May import `dossier` and the rooms below. Never solves anything.
"""
