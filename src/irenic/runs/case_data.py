"""`case.json`: what the dossier says, in the shape that brief and report read (`irenic.report.case_data`)."""

from irenic.dossier.check import CheckReport
from irenic.dossier.schema.issues import Issue, Rule
from irenic.dossier.schema.knowledge import Dispute
from irenic.dossier.schema.parties import Party
from irenic.dossier.schema.root import Dossier
from irenic.model.structure import Constraint, Model
from irenic.report import case_data as data
from irenic.runs.case_matrix import matrix_data
from irenic.runs.case_parts import Lookup, claim_data, pattern_data, red_line_data
from irenic.runs.case_theatre import lever_data, theatre_data


def case_data(dossier: Dossier, check: CheckReport, model: Model) -> data.Case:
    """Everything that a reader of the results needs to know of the dossier."""
    look = Lookup.of(dossier)
    file = dossier.file
    parties = [_party(look, identity, party) for identity, party in file.parties.items()]
    matrix = matrix_data(look)
    return {
        "name": dossier.name,
        "title": dict(file.title),
        "as_of": file.as_of.isoformat(),
        "summary": dict(file.summary or {}),
        "set": list(dossier.settings),
        "parties": parties,
        "issues": [_issue(look, identity, issue) for identity, issue in file.issues.items()],
        "matrix": matrix,
        "rules": [_rule(identity, rule) for identity, rule in file.rules.items()],
        "coalitions": [
            {
                "id": identity,
                "label": dict(coalition.label) if coalition.label else None,
                "members": list(coalition.members),
                "controls": pattern_data(coalition.controls),
                "claims": list(coalition.because),
            }
            for identity, coalition in file.coalitions.items()
        ],
        "theatre": theatre_data(dossier),
        "levers": lever_data(look),
        "constraints": [_constraint(constraint) for constraint in model.constraints],
        "norms": [
            {"id": identity, "label": dict(norm.label), "options": pattern_data(norm.options)}
            for identity, norm in file.norms.items()
        ],
        "disputes": [_dispute(look, identity, dispute) for identity, dispute in file.disputes.items()],
        "unknowns": [
            {"id": identity, "asks": dict(unknown.asks), "affects": list(unknown.affects)}
            for identity, unknown in file.unknowns.items()
        ],
        "claims": {identity: claim_data(look, claim) for identity, claim in dossier.claims.items()},
        "claim_counts": _claim_counts(check),
        "numbers": {
            "backed": check.numbers.backed,
            "inherited": check.numbers.inherited,
            "assumed": check.numbers.assumed,
            "bare": check.numbers.bare,
        },
        "assumed": [
            {"path": n.path, "text": n.assumed, "notation": n.distribution.notation}
            for n in look.numbers.values()
            if n.assumed is not None
        ],
        "silent_cells": [list(cell) for cell in check.silent_cells],
        "pending": list(check.pending),
    }


def _party(look: Lookup, identity: str, party: Party) -> data.Party:
    positions = look.dossier.file.positions.get(identity)
    lines = positions.red_lines if positions else {}
    return {
        "id": identity,
        "name": dict(party.name),
        "roles": list(party.roles),
        "consents": party.consents,
        "unresolved": party.unresolved,
        "no_deal": look.number(f"parties.{identity}.no_deal"),
        "red_lines": [
            red_line_data(look, f"positions.{identity}.red_lines.{name}", line, None) for name, line in lines.items()
        ],
    }


def _issue(look: Lookup, identity: str, issue: Issue) -> data.Issue:
    options: list[data.Option] = []
    for k, option_id in enumerate(issue.option_ids):
        option = issue.options.get(option_id)
        label: data.Words = {"": option_id}
        if option is not None and option.label:
            label = dict(option.label)
        elif issue.grid is not None:
            label = {language: _amount(issue.grid.points[k], unit) for language, unit in issue.grid.unit.items()}
        norms = [name for name, norm in look.dossier.file.norms.items() if option_id in norm.options.get(identity, ())]
        options.append(
            {
                "id": option_id,
                "label": label,
                "infeasible": look.number(f"issues.{identity}.options.{option_id}.infeasible"),
                "ambiguous": option is not None and option.ambiguity is not None,
                "norms": norms,
            }
        )
    return {
        "id": identity,
        "label": dict(issue.label) if issue.label else {"": identity},
        "question": dict(issue.question),
        "status_quo": issue.status_quo,
        "options": options,
    }


def _amount(number: float, unit: str) -> str:
    """A quantity with its unit, as a reader writes it."""
    return f"{number:,.15g} {unit}".replace("-", "−", 1 if number < 0 else 0)


def _rule(identity: str, rule: Rule) -> data.Rule:
    if rule.same is not None:
        return _rule_of(identity, rule, "same", list(rule.same), {})
    if rule.forbid is not None:
        return _rule_of(identity, rule, "forbid", [], pattern_data(rule.forbid))
    return _rule_of(identity, rule, "require", [], pattern_data(rule.require or {}))


def _rule_of(identity: str, rule: Rule, form: data.RuleForm, issues: list[str], pattern: data.Pattern) -> data.Rule:
    return {
        "id": identity,
        "label": dict(rule.label) if rule.label else None,
        "form": form,
        "issues": issues,
        "pattern": pattern,
        "when": pattern_data(rule.when),
    }


def _constraint(constraint: Constraint) -> data.Constraint:
    return {
        "id": constraint.id,
        "kind": constraint.kind,
        "party": constraint.party,
        "issue": constraint.issue,
        "option": constraint.option,
        "red_line": constraint.red_line,
        "rule": constraint.rule,
        "coalition": constraint.coalition,
    }


def _dispute(look: Lookup, identity: str, dispute: Dispute) -> data.Dispute:
    return {
        "id": identity,
        "label": dict(dispute.label) if dispute.label else None,
        "about": dict(dispute.about),
        "sides": [
            {
                "holder": look.name(side.holder),
                "date": side.date.isoformat() if side.date else None,
                "says": dict(side.says),
                "believed": look.number(f"disputes.{identity}.sides.{name}.believed"),
            }
            for name, side in dispute.sides.items()
        ],
    }


def _claim_counts(check: CheckReport) -> data.ClaimCounts:
    return {
        "total": check.claims.total,
        "verified": check.claims.verified,
        "used": check.claims.used,
        "context": check.claims.context,
        "unused": list(check.claims.unused),
    }
