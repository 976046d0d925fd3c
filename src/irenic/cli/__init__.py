"""The `irenic` command: thin, lazily imported."""
