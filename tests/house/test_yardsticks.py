"""A yardstick that used our code would measure us against ourselves."""

import ast

from .sources import python


def test_yardsticks_import_nothing_of_ours():
    borrowed = [
        f"{path}:{node.lineno}: {name}"
        for path, tree in python("tools/bench/yardsticks")
        for node in ast.walk(tree)
        for name in imported(node)
        if name.split(".")[0] in ("kheo", "config", "tests") or name.startswith(".")
    ]

    assert borrowed == []


def imported(node):
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=module, level=level):
            return ["." * level + (module or "")]
        case ast.Call(
            func=ast.Name(id="__import__") | ast.Attribute(attr="import_module"), args=[ast.Constant(value=v), *_]
        ):
            return [v]
    return []
