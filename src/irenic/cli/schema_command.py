"""`irenic schema`: the JSON Schema of the dossier's files."""

from irenic.cli.arguments import Arguments
from irenic.cli.words import say_json
from irenic.dossier.json_schema import file_json_schema
from irenic.errors.exits import Exit


def run(arguments: Arguments) -> int:
    """Print the schema of one file; it is JSON with or without `--json`."""
    say_json(file_json_schema(arguments.part))
    return Exit.FINE
