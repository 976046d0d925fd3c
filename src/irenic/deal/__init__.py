"""The package space: is there a deal, which, and what cannot hold together.

May import `model` and the rooms below; receives no-deal values as arrays. Never knows the war.
"""
