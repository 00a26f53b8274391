"""The faults that can be planted in a module's text, and a sample of them."""

from __future__ import annotations

import difflib
import random

import libcst as cst
from mutmut.mutation.mutators import mutation_operators

from bench.mutants.mutant import Mutant


def mutants(source: str, wanted: int | None, seed: str) -> tuple[int, list[Mutant]]:
    """How many faults can be planted, and a sample: ``wanted`` places with a fault each.

    Without ``wanted`` all of them. The same text and seed give the same sample.
    """
    module = cst.parse_module(source)
    places = _Places()
    module.visit(places)
    possible = sum(len(forms) for _, forms in places.changeable)
    chosen = places.changeable
    if wanted is not None:
        chance = random.Random(seed)
        chosen = chance.sample(chosen, min(wanted, len(chosen)))
        chosen = [(node, [chance.choice(forms)]) for node, forms in chosen]
    texts = [_with(module, node, form) for node, forms in chosen for form in forms]
    return possible, [Mutant(text) for text in texts if _compiles(text)]


def difference(path: str, before: str, after: str) -> str:
    """The two texts as a unified diff with a line of context."""
    lines = difflib.unified_diff(
        before.splitlines(), after.splitlines(), path, path, lineterm="", n=1
    )
    return "\n".join(lines) + "\n"


class _Places(cst.CSTVisitor):
    """Every node that can be changed, with its changed forms, in the order of the text."""

    def __init__(self) -> None:
        super().__init__()
        self.changeable: list[tuple[cst.CSTNode, list[cst.CSTNode]]] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.Annotation | cst.Decorator | cst.Import | cst.ImportFrom):
            return False
        if isinstance(node, cst.Expr) and isinstance(node.value, cst.BaseString):
            return False  # a docstring
        if isinstance(node, cst.Assign) and _is_for_types(node):
            return False
        forms = [
            form
            for kind, operator in mutation_operators
            if isinstance(node, kind)
            for form in operator(node)
        ]
        if forms:
            self.changeable.append((node, forms))
        return True


def _is_for_types(node: cst.Assign) -> bool:
    """``__all__``, and names of types that only annotations use."""
    target = node.targets[0].target
    if not isinstance(target, cst.Name):
        return False
    is_alias = isinstance(node.value, cst.Subscript) and target.value.lstrip("_")[:1].isupper()
    return target.value == "__all__" or (is_alias and not target.value.isupper())


def _with(module: cst.Module, node: cst.CSTNode, form: cst.CSTNode) -> str:
    changed = module.deep_replace(node, form)
    assert isinstance(changed, cst.Module)
    return changed.code


def _compiles(code: str) -> bool:
    try:
        compile(code, "mutant", "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return True
