"""Levers and clocks as rules on numbers: what sets each off, when it works, which number it changes and by how much.

Imports model, dossier and below. It runs no war, takes no vote and weighs no package: for a course of events it says by
how much any number of the dossier is changed in any month.
"""
