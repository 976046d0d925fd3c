"""Which ids there are, by what they name, as far as the files could be read."""

from irenic.dossier.positions import CLAIMS, SOURCES, Positions
from irenic.dossier.schema.ids import Kind
from irenic.dossier.schema.root import Dossier

AUTHOR = "author"
"""Holder of what a segment's own author says."""


class Names:
    """Ids by kind. They are taken from what is written, so a part that its model refuses is still known by its id."""

    def __init__(self, dossier: Dossier, positions: Positions) -> None:
        """The ids of a dossier whose files stand at `positions`."""
        self._dossier = dossier
        self._positions = positions
        parties = self._written("parties")
        members = [(party, m) for party in parties for m in self._written("parties", party, "members")]
        actors = (*parties, *(m for _, m in members))
        people = (
            *(p for party in parties for p in self._written("parties", party, "people")),
            *(p for party, m in members for p in self._written("parties", party, "members", m, "people")),
        )
        self._known: dict[Kind, tuple[str, ...]] = {
            "party": parties,
            "actor": actors,
            "person": people,
            "sender": (*actors, *people),
            "holder": (*actors, *people, *self._written("voices"), AUTHOR),
            "side": self._written("theatre", "sides"),
            "issue": self._written("issues"),
            "body": self._written("bodies"),
            "clock": self._written("clocks"),
            "lever": self._written("levers"),
            "step": self._written("implementation"),
            "topic": (*self._written("issues"), *self._written("channels"), *self._written("disputes")),
            "claim": self._written("claims"),
            "source": self._written("sources"),
        }
        self._sets = {kind: frozenset(names) for kind, names in self._known.items()}

    def of(self, kind: Kind) -> tuple[str, ...]:
        """All ids of a kind (not of options, meetings and segments, which belong to something)."""
        return self._known[kind]

    def has(self, kind: Kind, name: str) -> bool:
        """Whether the id names something of that kind."""
        return name in self._sets[kind]

    def readable(self, kind: Kind) -> bool:
        """Whether the file that holds this kind could be read."""
        if kind == "claim":
            return CLAIMS in self._positions.trees
        return SOURCES in self._positions.trees or kind not in {"source", "segment", "holder"}

    def options(self, issue: str) -> tuple[str, ...] | None:
        """Ids of an issue's options in order; None where the issue isn't known or its grid can't be read."""
        known = self._dossier.file.issues.get(issue)
        written = known.option_ids if known else self._positions.keys("issues", issue, "options")
        return written or None

    def meetings(self, channel: str) -> tuple[str, ...]:
        """Ids of a channel's meetings."""
        return self._written("channels", channel, "meetings")

    def segments(self, source: str) -> tuple[str, ...]:
        """Ids of a source's segments."""
        return self._written("sources", source, "segments")

    def _written(self, *way: str) -> tuple[str, ...]:
        return self._positions.keys(*way) or ()
