"""Small domains of made-up towns that share a river, in the formats of other tools."""

import json
from pathlib import Path
from typing import Any

from irenic.interop.domain import Domain, Evaluations, Issue, Party
from irenic.interop.read import STEPS, find_domain, read_domain
from irenic.interop.reading import Reading

TEMPLATE = """\
<negotiation_template>
 <utility_space number_of_issues="3">
  <objective index="0" name="river" type="objective">
   <issue index="1" name="water" type="discrete">
    <item index="1" value="shared"/>
    <item index="2" value="ours"/>
    <item index="3" value="theirs"/>
   </issue>
   <issue index="2" name="boats" type="integer" lowerbound="2" upperbound="5"/>
   <issue index="3" name="toll" type="real">
    <range lowerbound="0.0" upperbound="10.0"/>
   </issue>
  </objective>
 </utility_space>
</negotiation_template>
"""

UPPER = """\
<utility_space>
 <reservation value="0.25"/>
 <objective index="0" name="river" type="objective">
  <issue index="1" name="water" type="discrete">
   <item index="1" value="shared" evaluation="6"/>
   <item index="2" value="ours" evaluation="8"/>
   <item index="3" value="theirs" evaluation="0"/>
  </issue>
  <issue index="2" name="boats" type="integer" lowerbound="2" upperbound="5">
   <evaluator ftype="linear" slope="0.25" offset="0.25"/>
  </issue>
  <issue index="3" name="toll" type="real">
   <range lowerbound="0.0" upperbound="10.0"/>
   <evaluator ftype="linear" parameter0="1.0" parameter1="-0.1"/>
  </issue>
  <weight index="1" value="0.5"/>
  <weight index="2" value="0.3"/>
  <weight index="3" value="0.2"/>
 </objective>
 <discount_factor value="0.9"/>
</utility_space>
"""

LOWER = """\
<utility_space>
 <objective index="0" name="river" type="objective">
  <issue index="1" name="water" type="discrete">
   <item index="1" value="shared" evaluation="3"/>
   <item index="2" value="ours" evaluation="1"/>
   <item index="3" value="theirs" evaluation="4"/>
  </issue>
  <issue index="2" name="boats" type="integer" lowerbound="2" upperbound="5">
   <evaluator ftype="linear" slope="-0.5" offset="1.0"/>
  </issue>
  <issue index="3" name="toll" type="real">
   <range lowerbound="0.0" upperbound="10.0"/>
   <evaluator ftype="triangular" parameter0="0.0" parameter1="10.0" parameter2="5.0"/>
  </issue>
  <weight index="1" value="0.2"/>
  <weight index="2" value="0.2"/>
  <weight index="3" value="0.6"/>
 </objective>
</utility_space>
"""

GENIUS = {"river.xml": TEMPLATE, "town2.xml": UPPER, "town10.xml": LOWER}

PROFILE_A: dict[str, Any] = {
    "reservationValue": 0.3,
    "issueWeights": {"water": 0.6, "toll": 0.4},
    "issues": {"water": {"shared": 0.5, "ours": 1.0}, "toll": {"none": 0.2, "low": 0.7, "high": 1.0}},
}
PROFILE_B: dict[str, Any] = {
    "reservationValue": 0.1,
    "issueWeights": {"water": 0.5, "toll": 0.5},
    "issues": {"water": {"shared": 1.0, "ours": 0.25}, "toll": {"none": 1.0, "low": 0.5, "high": 0.0}},
}


def profile(content: dict[str, Any]) -> str:
    """A NegoLog profile as text."""
    return json.dumps(content, indent=1)


NEGOLOG = {"profileA.json": profile(PROFILE_A), "profileB.json": profile(PROFILE_B), "specs.json": "not read"}

TABLE = """\
party,issue,option,weight,value,reservation
Upper,water,shared,0.6,0.5,0.3
Upper,water,ours,,1,
Upper,toll,none,0.4,0.2,
Upper,toll,low,0.4,0.7,
Lower,water,shared,0.5,1,
Lower,water,ours,0.5,0.25,
Lower,toll,none,0.5,1,
Lower,toll,low,,0.5,
"""

DOMAIN = Domain(
    "river",
    (Issue("water", ("shared", "ours")), Issue("boats", ("2", "3", "4"), (2.0, 3.0, 4.0))),
    (
        Party("Upper", (0.6, 0.4), ((0.5, 1.0), (0.0, 0.25, 1.0)), 0.3, 0.9),
        Party("Lower", (0.3, 0.7), ((1.0, 7 / 9), (1.0, 1 / 3, 0.0))),
    ),
    "csv",
    "raw",
)
"""A domain with everything that a table can say."""


def written(folder: Path, files: dict[str, str]) -> Path:
    """The folder with these files."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def read(path: Path, evaluations: Evaluations | None = None, steps: int = STEPS) -> Reading:
    """What a path holds."""
    found = find_domain(path)
    assert found is not None
    return read_domain(found, evaluations, steps)
