"""A changed constant of a module: its values, who reads it, and whether only functions do."""

from __future__ import annotations

import ast
import dis
import inspect
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any

from bench.mutants.sources import imported_by, module_name, ours
from bench.mutants.swap import codes
from bench.mutants.telling import Place

_PLAIN = (str, int, float, bool, bytes, type(None), re.Pattern)


@dataclass(frozen=True)
class Constant:
    """A statement that gives names plain values, as changed. ``values``: empty when it can't be
    carried out, so that the module can't be imported. ``is_early``: it is read as modules are
    imported, so that to bind the names anew doesn't tell all."""

    values: dict[str, Any]
    readers: frozenset[Place]
    is_early: bool


def constant(path: Path, before: str, after: str) -> Constant | None:
    """What a changed text gives other values, when it is one statement of the (imported) module
    that makes plain values and nothing else."""
    pair = _differing(before, after)
    if pair is None:
        return None
    old, new = pair
    if not (_names(old) and _names(old) == _names(new)):
        return None
    own = vars(sys.modules[module_name(path)])
    was = _carried_out(old, own)
    if was is None or any(not _is_plain(value) for value in was.values()):
        return None
    values = _carried_out(new, own)
    if values is not None and any(not _is_plain(value) for value in values.values()):
        return None
    names = set(was)
    readers, is_early = set[Place](), False
    for name, other in ours().items():
        if other != path and module_name(path) not in imported_by(name):
            continue
        for code in codes(other, other.read_text(encoding="utf-8") if other != path else before):
            if not names.intersection(code.co_names):
                continue
            if code.co_flags & inspect.CO_OPTIMIZED:
                readers.add((str(other), code.co_firstlineno))
            else:
                is_early = is_early or _loads(code, names)
    return Constant(values or {}, frozenset(readers), is_early)


def _differing(before: str, after: str) -> tuple[ast.stmt, ast.stmt] | None:
    old, new = ast.parse(before).body, ast.parse(after).body
    if len(old) != len(new):
        return None
    pairs = [pair for pair in zip(old, new, strict=True) if ast.dump(pair[0]) != ast.dump(pair[1])]
    return pairs[0] if len(pairs) == 1 else None


def _names(statement: ast.stmt) -> list[str]:
    targets: list[ast.expr] = []
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
        targets = [statement.target]
    names = list[str]()
    for target in targets:
        parts = target.elts if isinstance(target, ast.Tuple) else [target]
        if not all(isinstance(part, ast.Name) for part in parts):
            return []
        names += [part.id for part in parts if isinstance(part, ast.Name)]
    return names


def _carried_out(statement: ast.stmt, own: dict[str, Any]) -> dict[str, Any] | None:
    space = dict(own)
    space.pop("__annotations__", None)
    try:
        exec(compile(ast.Module([statement], []), "constant", "exec", dont_inherit=True), space)
    except Exception:
        return None
    return {name: space[name] for name in _names(statement)}


def _is_plain(value: object) -> bool:
    if type(value) in (tuple, list, set, frozenset):
        return all(map(_is_plain, value))  # type: ignore[call-overload]
    if type(value) is dict:
        return all(_is_plain(part) for pair in value.items() for part in pair)
    return type(value) in _PLAIN


def _loads(code: CodeType, names: set[str]) -> bool:
    return any(
        step.opname in ("LOAD_NAME", "LOAD_GLOBAL", "LOAD_ATTR") and step.argval in names
        for step in dis.get_instructions(code)
    )
