"""Irenic: what is reported about a negotiation, as a sourced, executable model."""

__version__ = "0.1.0"
