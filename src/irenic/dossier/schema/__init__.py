"""The format of a dossier as frozen models; unknown keys are refused. A module for each part of the format."""
