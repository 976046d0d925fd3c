"""The war: forces, money, front, battle, and what has been observed. Also how long a deal may last."""

from typing import Literal, TypeAlias

from irenic.dossier.schema.base import Amount, AnyNumber, Element, Positive, Probability, Text
from irenic.dossier.schema.ids import DottedPaths, Id, Package, PartyId, PartyIds, Pattern, SideId
from irenic.dossier.schema.scalars import Day, Whole


class Side(Element):
    """One coalition of the war."""

    patrons: PartyIds = ()
    """Parties that aid it."""
    forces: Amount | None = None
    """Men at the front, thousands."""
    replenishment: Amount | None = None
    """Men added a month, thousands."""
    loss_rate: Amount | None = None
    """Men lost a month per thousand of enemy force (a_k)."""
    materiel: Amount | None = None
    """Index of materiel; 1 is the start."""
    aid: Amount | None = None
    """Aid a month, billion USD."""
    need: Positive | None = None
    """Aid and own spending a month with which the replenishment stated comes in full, billion USD; those of the
    dossier's date where left out. With more or less of them, as much more or less of it comes."""
    aid_lag: Amount | None = None
    """Months from promise to use."""
    money: Amount | None = None
    """Money at hand, billion USD."""
    revenue: Amount | None = None
    """Revenue for the war a month, billion USD."""
    grants: Amount | None = None
    """Financial aid a month, billion USD."""
    cost: Amount | None = None
    """Cost of war a month, billion USD."""
    points_cost: Amount | None = None
    """Cost of war a month, utility points (c)."""


class FrontPosition(Element):
    """A place of the front line, with the package that is then the status quo."""

    z: Whole
    """Position; 0 is the line at the dossier's date."""
    meaning: Text
    """In words."""
    sq: Package = {}
    """Options that differ from the status quo of the issues."""


class End(Element):
    """An end of the war."""

    z: Whole
    """The position beyond the last."""
    meaning: Text
    """In words."""
    term: Package
    """Options that differ from the status quo of the issues."""
    collapse_of: SideId | None = None
    """The side whose collapse also brings this end."""


class Front(Element):
    """The front as a walk over positions."""

    start: Whole = 0
    """Where it stands."""
    step: Positive | None = None
    """Depth of one step, km."""
    contested: Amount | None = None
    """Area still in dispute, km²."""
    positions: dict[Id, FrontPosition] = {}
    """The places of the line."""
    ends: dict[Id, End] = {}
    """The ends."""


class Battle(Element):
    """Odds and rhythm of battle."""

    b0: AnyNumber | None = None
    """Intercept of the attacker's log-odds."""
    b1: AnyNumber | None = None
    """Slope in the log of the force ratio."""
    effectiveness: dict[SideId, Positive] = {}
    """Side → relative effectiveness (φ)."""
    initiative: dict[SideId, Probability] = {}
    """Side → probability that it attacks in a period (ι)."""
    standstill: Probability | None = None
    """Share of periods in which the line doesn't move."""


class Attrition(Element):
    """Exponents of the attrition law dM1 = R1 − a1 M2^p M1^q."""

    p: AnyNumber | None = None
    """Exponent of the enemy's force."""
    q: AnyNumber | None = None
    """Exponent of the own force."""


Measure: TypeAlias = Literal["forces", "casualties", "advance", "area"]
"""Thousands of men at the front; thousands lost; metres a day of net advance; km² taken."""


class Observation(Element):
    """A quantity that has been observed."""

    label: Text | None = None
    """Short name."""
    quantity: Amount | None = None
    """How much."""
    unit: Text | None = None
    """Unit, in words."""
    measures: Measure | None = None
    """What it measures of one side: `forces` or `casualties`, thousands; net `advance`, metres a day; `area`, km²."""
    date: Day | None = None
    """When; the dossier's date where left out."""
    since: Day | None = None
    """Of `casualties` and `area`: the day from which they were added up; a month's where left out."""
    of: PartyIds = ()
    """The side or sides concerned."""
    says: Text | None = None
    """What was observed, where it is no quantity."""
    calibrates: DottedPaths = ()
    """Dotted paths of the numbers that it bears on."""


class Belief(Element):
    """What a party believes of the odds."""

    optimism: AnyNumber | None = None
    """Shift of the log-odds in its own favour."""
    says: Text | None = None
    """In words."""


class Theatre(Element):
    """The war."""

    sides: dict[PartyId, Side] = {}
    """Belligerent → its side."""
    front: Front | None = None
    """The line."""
    battle: Battle | None = None
    """Odds and rhythm."""
    attrition: Attrition | None = None
    """The law of losses."""
    observed: dict[Id, Observation] = {}
    """What has been observed."""
    beliefs: dict[PartyId, Belief] = {}
    """Party → what it believes."""


class Covariate(Element):
    """Something that raises or lowers the hazard of a deal."""

    says: Text | None = None
    """In words."""
    package: Pattern = {}
    """Options to which it applies."""
    effect: AnyNumber
    """Effect on the log of the hazard."""


class Compliance(Element):
    """Whether a party would keep a deal."""

    says: Text | None = None
    """In words."""
    probability: Probability | None = None
    """Probability that it complies while it could gain by defecting."""


class Durability(Element):
    """How long a deal may last."""

    base_hazard: Positive | None = None
    """Yearly hazard (h0)."""
    sharpness: Amount | None = None
    """Sharpness of the temptation (γ)."""
    dispute_rate: Amount | None = None
    """Yearly rate of disputes for a wholly ambiguous text (λ_d)."""
    ambiguity: Amount | None = None
    """Effect of short pledges for large stakes on the log of the hazard."""
    compliance: dict[PartyId, Compliance] = {}
    """Party → whether it would comply."""
    guarantees: dict[PartyId, Amount] = {}
    """Party → points that guarantees are worth (G)."""
    covariates: dict[Id, Covariate] = {}
    """Further effects."""
