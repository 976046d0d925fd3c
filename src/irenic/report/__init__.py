"""The brief and the report, from results alone. May import `plot`, `results`, `language`, `errors`."""
