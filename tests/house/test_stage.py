"""A place in a life is written by the writer of that life and by nobody else."""

import ast

from .sources import python

FIELD = "stage"


def writers(tree):
    """Names of the functions that set `.stage` on an object, however it is done."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef) and any(map(sets_stage, ast.walk(function))):
            yield function.name


def sets_stage(node):
    match node:
        case ast.Assign(targets=targets):
            return any(is_stage(inner) for target in targets for inner in ast.walk(target))
        case ast.AugAssign(target=target) | ast.AnnAssign(target=target):
            return is_stage(target)
        case ast.Call(func=ast.Name(id="setattr"), args=[_, ast.Constant(value="stage"), *_]):
            return True
    return False


def is_stage(node):
    return isinstance(node, ast.Attribute) and node.attr == FIELD and isinstance(node.ctx, ast.Store)


def updates_stage(node):
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("update", "update_or_create")
        and any(keyword.arg == FIELD for keyword in node.keywords)
    )


def test_stage_is_assigned_in_one_action_for_each_life():
    # The demonstration writes a past that was never lived: its rows are born in their stage.
    found = [(path, set(writers(tree))) for path, tree in python("kheo") if "demo" not in path.parts]
    elsewhere = {str(path): names for path, names in found if names and "actions" not in path.parts}
    many = {str(path): names for path, names in found if len(names) > 1}

    assert elsewhere == {}
    assert many == {}


def test_stage_is_never_written_past_the_lifecycle_by_an_update():
    assert [
        f"{path}:{node.lineno}" for path, tree in python("kheo") for node in ast.walk(tree) if updates_stage(node)
    ] == []


def test_the_rule_sees_every_way_of_writing():
    bodies = {"move": "x.stage = 1", "slip": "a, x.stage = 1, 2", "creep": "setattr(x, 'stage', 1)", "read": "x.stage"}
    code = "".join(f"def {name}(x):\n    {body}\n" for name, body in bodies.items())

    assert list(writers(ast.parse(code))) == ["move", "slip", "creep"]
