"""Channels meet whom they name; meetings and steps follow one another."""

from collections.abc import Iterator, Mapping

from irenic.dossier.positions import Positions
from irenic.dossier.schema.root import Dossier
from irenic.dossier.schema.shape import Way
from irenic.errors.problem import Problem


def check_channels(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """A shuttle says its legs, and only who sits at a channel travels."""
    for name, channel in dossier.file.channels.items():
        way = ("channels", name)
        if channel.protocol == "shuttle" and not channel.legs:
            yield positions.problem("dossier.shuttle-without-legs", (*way, "protocol"), {"channel": name})
        inside = {*channel.members, *channel.mediator}
        for number, leg in enumerate(channel.legs):
            for place, actor in enumerate(leg):
                if actor not in inside:
                    at = (*way, "legs", str(number), str(place))
                    yield positions.problem("dossier.leg-outsider", at, {"actor": actor, "channel": name})


def check_sequences(dossier: Dossier, positions: Positions) -> Iterator[Problem]:
    """No meeting and no step comes after itself."""
    for name, channel in dossier.file.channels.items():
        after = {key: (meeting.after,) if meeting.after else () for key, meeting in channel.meetings.items()}
        yield from _circles(after, ("channels", name, "meetings"), positions)
    steps = {key: step.after for key, step in dossier.file.implementation.items()}
    yield from _circles(steps, ("implementation",), positions)


def _circles(after: Mapping[str, tuple[str, ...]], way: Way, positions: Positions) -> Iterator[Problem]:
    told: set[str] = set()
    for name in after:
        reached: set[str] = set()
        waiting = list(after[name])
        while waiting:
            earlier = waiting.pop()
            if earlier not in reached:
                reached.add(earlier)
                waiting += after.get(earlier, ())
        if name in reached and not reached & told:
            told.add(name)
            yield positions.problem("dossier.circle", (*way, name, "after"), {"name": name}, at_key=True)
