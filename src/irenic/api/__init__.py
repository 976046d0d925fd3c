"""The Python face: `load()` and `Case`."""
