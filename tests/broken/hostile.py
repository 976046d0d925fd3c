"""Reads a dossier within a bounded memory and says what it took: run as a process of its own.

Prints the codes of the problems, the seconds from the start of the process, and the largest memory in MB, as JSON.
"""

import json
import resource
import sys
import time
from pathlib import Path

from irenic.dossier.load import read_dossier

if __name__ == "__main__":
    reading = read_dossier(Path(sys.argv[1]))
    used = resource.getrusage(resource.RUSAGE_SELF)
    told = {
        "codes": sorted({problem.code for problem in reading.problems}),
        "places": [f"{problem.line}:{problem.column}" for problem in reading.problems[:5]],
        "seconds": time.process_time(),
        "megabytes": used.ru_maxrss / 1024,
    }
    sys.stdout.write(json.dumps(told))
