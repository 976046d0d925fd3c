"""Which analyses run over which dossiers, and what is written. May import every analysis, and `report`."""
