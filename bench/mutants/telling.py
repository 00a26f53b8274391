"""Our modules as they tell which of their functions is called: a line more in each function."""

from __future__ import annotations

import ast
import builtins
import importlib.util
import sys
from collections.abc import Callable
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType
from typing import Any

from bench.mutants.sources import ours

#: A function of ours: its file and first line. Lambdas of a line are one.
Place = tuple[str, int]
#: What our modules call, among the builtins.
NAME = "__told_to_mutants__"
_codes: dict[str, CodeType] = {}


def prepare() -> None:
    """Compiles our modules (not the tests) so that they tell; once, before any fork."""
    for name, path in ours().items():
        if name.split(".")[0] != "tests":
            _codes[name] = telling(str(path), path.read_text(encoding="utf-8"))


def telling(file: str, text: str) -> CodeType:
    """The code of a module's text whose functions tell."""
    tree = ast.parse(text)
    _Telling(file).visit(tree)
    return compile(ast.fix_missing_locations(tree), file, "exec", dont_inherit=True)


def listen(told: Callable[[Place], None]) -> None:
    """From now on our modules are imported as they tell, and tell ``told``."""
    setattr(builtins, NAME, told)
    sys.meta_path.insert(0, _Finder())


class _Telling(ast.NodeTransformer):
    def __init__(self, file: str) -> None:
        self._file = file

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.generic_visit(node)
        line = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
        told = ast.Expr(self._told(line))
        ast.copy_location(told, node)
        is_documented = ast.get_docstring(node, clean=False) is not None
        node.body.insert(int(is_documented), told)
        return node

    visit_AsyncFunctionDef = visit_FunctionDef  # type: ignore[assignment]

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        self.generic_visit(node)
        # It gives back nothing.
        node.body = ast.copy_location(
            ast.BoolOp(ast.Or(), [self._told(node.lineno), node.body]), node
        )
        return node

    def _told(self, line: int) -> ast.expr:
        place = ast.Tuple([ast.Constant(self._file), ast.Constant(line)], ast.Load())
        return ast.Call(ast.Name(NAME, ast.Load()), [place], [])


class _Finder(MetaPathFinder):
    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        if fullname not in _codes:
            return None
        file = ours()[fullname]
        loader = _Told(fullname, str(file))
        return importlib.util.spec_from_file_location(
            fullname,
            file,
            loader=loader,
            submodule_search_locations=[str(file.parent)] if file.name == "__init__.py" else None,
        )


class _Told(SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType:
        return _codes[fullname]
