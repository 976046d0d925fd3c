"""Reads a dossier within a bounded memory and says what it took: run as a process of its own.

Prints the codes of the problems, the seconds from the start of the process, and the largest memory in MB, as JSON.
"""

import json
import resource
import sys
import time
from pathlib import Path

from irenic.dossier.load import read_dossier


def largest_megabytes() -> float:
    """Largest memory of this process (Linux hands `ru_maxrss` on from whoever started it, so `VmHWM` comes first)."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text(encoding="ascii").partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    reading = read_dossier(Path(sys.argv[1]))
    told = {
        "codes": sorted({problem.code for problem in reading.problems}),
        "places": [f"{problem.line}:{problem.column}" for problem in reading.problems[:5]],
        "seconds": time.process_time(),
        "megabytes": largest_megabytes(),
    }
    sys.stdout.write(json.dumps(told))
