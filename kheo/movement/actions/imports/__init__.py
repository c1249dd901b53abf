"""Bringing an office's list into the register: read, decided on, written in one transaction, undone by batch."""

from kheo.movement.actions.imports.batches import (
    Passed,
    accept,
    begin,
    check_size,
    choose,
    digest_of,
    drop,
    read,
    step,
    take_back,
    write,
    write_rows,
)
from kheo.movement.actions.imports.reading import read_list
from kheo.movement.actions.imports.undoing import undo

__all__ = [
    "Passed",
    "accept",
    "begin",
    "check_size",
    "choose",
    "digest_of",
    "drop",
    "read",
    "read_list",
    "step",
    "take_back",
    "undo",
    "write",
    "write_rows",
]
