"""A paper as JSON, and the same paper back: a draft that was kept can be drawn again exactly."""

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from kheo.documents import paper as papers
from kheo.documents.paper import Annex, Form, Paper, PaperKind

VERSION = 1
BLOCKS = {
    kind.__name__: kind
    for kind in (
        papers.Ground, papers.Heading, papers.Paragraph, papers.Article, papers.Centred, papers.Blank, papers.Table,
        papers.Signatures,
    )
}  # fmt: skip
PARTS = {kind.__name__: kind for kind in (Paper, Annex, papers.Column, papers.Signer)} | BLOCKS


def as_data(paper: Paper) -> dict[str, Any]:
    """The paper as plain values that JSON can hold."""
    return {"version": VERSION, "paper": _plain(paper)}


def from_data(kept: dict[str, Any]) -> Paper:
    """The paper that `as_data` was given."""
    if kept.get("version") != VERSION:
        raise ValueError(f"Không đọc được bản lưu văn bản kiểu {kept.get('version')}.")
    return _whole(kept["paper"])


def _plain(thing: Any) -> Any:
    if is_dataclass(thing):
        return {"is": type(thing).__name__} | {one.name: _plain(getattr(thing, one.name)) for one in fields(thing)}
    if isinstance(thing, tuple | list):
        return [_plain(one) for one in thing]
    if isinstance(thing, date):
        return {"is": "date", "day": thing.isoformat()}
    return thing


def _whole(thing: Any) -> Any:
    if isinstance(thing, list):
        return tuple(_whole(one) for one in thing)
    if not isinstance(thing, dict):
        return thing
    if thing["is"] == "date":
        return date.fromisoformat(thing["day"])
    values = {name: _whole(value) for name, value in thing.items() if name != "is"}
    if thing["is"] == "Paper":
        values |= {"kind": PaperKind(values["kind"]), "form": Form(values["form"])}
    return PARTS[thing["is"]](**values)
