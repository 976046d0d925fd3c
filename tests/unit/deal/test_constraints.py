import numpy as np

from irenic.deal.constraints import breaches_of, constraints_in_force, members_of, packed, word_count
from irenic.model.compilation import compile_model
from irenic.model.inputs import draw_inputs
from irenic.numbers.draws import Sampler
from tests.unit.model.examples import dossier_of, everything

MODEL = compile_model(dossier_of(**everything()))


def test_bits_of_a_word_and_beyond() -> None:
    marks = np.zeros((2, 130), dtype=np.bool_)
    marks[0, [0, 63, 64]] = True
    marks[1, 129] = True
    assert packed(marks).tolist() == [[1 + (1 << 63), 1, 0], [0, 0, 2]]
    assert packed(np.zeros((3, 0), dtype=np.bool_)).shape == (3, 0)


def test_bits_are_the_constraints_in_order() -> None:
    breaches = breaches_of(MODEL)
    assert word_count(MODEL) == 1
    marks = (
        [line.broken for line in MODEL.red_lines] + [rule.broken for rule in MODEL.rules] + [MODEL.infeasible[0].used]
    )
    for c in range(MODEL.combinations):
        named = {constraint.id for constraint, mark in zip(MODEL.constraints[2:], marks, strict=True) if mark[c]}
        assert set(members_of(MODEL, breaches[c])) == named


def test_what_a_draw_has_in_force() -> None:
    inputs = draw_inputs(MODEL, Sampler(1), 0, 16)
    for d, row in enumerate(constraints_in_force(MODEL, inputs)):
        lines = {line.path for line, binds in zip(MODEL.red_lines, inputs.binds[d], strict=True) if binds}
        uncertain = {"issues.port.options.ours.infeasible"} if inputs.infeasible[d, 0] else set()
        rules = {f"rules.{rule.id}" for rule in MODEL.rules}
        assert set(members_of(MODEL, row)) == lines | uncertain | rules
