"""The child that fills one Word template: only a few tags, no attribute but a loop's own, bounded in memory and time.

Asked on standard input with one JSON object {"docx": base64, "values": {field: value}}; answers
{"docx": base64, "used": [field]} or {"faults": [[kind, name, where]]} or {"bad": why}.
"""

from __future__ import annotations

import base64
import io
import json
import re
import sys
from collections.abc import Iterator
from typing import Any

from docx import Document
from docxtpl import DocxTemplate
from jinja2 import ChainableUndefined, TemplateError, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from kheo.core import children

MEMORY = 1 << 30
CPU_SECONDS = 20
LARGEST = 30 << 20  # bytes of the filled file
DEEPEST = 2  # loops inside one another: rows of a table, cells of a row
LOOP_FACTS = {"index", "first", "last", "length"}
FILTERS = ("upper", "lower", "capitalize", "join", "default", "length", "first", "last")
# Everything else of the language is refused: no macro, no set, no include, no call, no arithmetic.
ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.For, nodes.If, nodes.CondExpr,
    nodes.Getitem, nodes.Getattr, nodes.Filter, nodes.Compare, nodes.Operand, nodes.Not, nodes.And, nodes.Or,
)  # fmt: skip
RAW = re.compile(r"\{\{\s*(?:r|p|tr|tc)\s")
TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{\{|\{%", re.DOTALL)

Fault = tuple[str, str, str]


class Refused(TemplateError):
    """A part of the template that may not be filled."""


class Sandbox(SandboxedEnvironment):
    """Every source it compiles is looked through first; what is not allowed goes into `faults` and never runs."""

    def __init__(self, names: set[str]):
        super().__init__(autoescape=True, undefined=ChainableUndefined)
        self.globals = {}
        self.tests = {}
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.names = names
        self.faults: list[tuple[str, str]] = []
        self.used: set[str] = set()

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        try:
            tree = super()._parse(source, name, filename)
        except TemplateSyntaxError as problem:
            self.faults.append(("syntax", _word(problem.message or "")))
            raise Refused from problem
        found = list(self.wrong(tree))
        if found:
            self.faults += found
            raise Refused
        self.used |= {node.name for node in tree.find_all(nodes.Name)} & self.names
        return tree

    def wrong(self, tree: nodes.Template) -> Iterator[tuple[str, str]]:
        """What may not be in a template: (kind, name)."""
        for node in _walk(tree):
            if not isinstance(node, ALLOWED):
                word = type(node).__name__.lower()
                yield "tag", {"assign": "set", "assignblock": "set"}.get(word, word)
        for node in tree.find_all(nodes.Getattr):
            if not (isinstance(node.node, nodes.Name) and node.node.name == "loop" and node.attr in LOOP_FACTS):
                yield "part", node.attr
        for node in tree.find_all(nodes.Getitem):
            if not (isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, int)):
                yield "part", "[…]"
        for node in tree.find_all(nodes.Filter):
            if node.name not in FILTERS:
                yield "filter", node.name
        if _depth(tree) > DEEPEST:
            yield "deep", ""
        yield from self._unknown(tree, set())

    def _unknown(self, node: nodes.Node, local: set[str]) -> Iterator[tuple[str, str]]:
        if isinstance(node, nodes.Name) and node.ctx == "load" and node.name not in self.names | local:
            yield "unknown", node.name
        if isinstance(node, nodes.For):
            yield from self._unknown(node.iter, local)
            inner = local | {"loop"} | {one.name for one in _stored(node.target)}
            for child in (*node.body, *([node.test] if node.test else [])):
                yield from self._unknown(child, inner)
            for child in node.else_:
                yield from self._unknown(child, local)
            return
        for child in node.iter_child_nodes():
            yield from self._unknown(child, local)


def main() -> None:
    """Reads what is asked, answers; a limit passed ends the child with a signal or an error."""
    children.limit(memory=MEMORY, cpu_seconds=CPU_SECONDS)
    asked = json.loads(sys.stdin.buffer.read())
    sys.stdout.write(json.dumps(answer(base64.b64decode(asked["docx"]), asked["values"])))


def answer(content: bytes, values: dict[str, Any]) -> dict[str, Any]:
    """The filled file, or what is wrong with the template."""
    try:
        places = list(texts(content))
        faults: list[Fault] = [("raw", tag, where) for where, text in places for tag in RAW.findall(text)]
        sandbox = Sandbox(set(values))
        try:
            filled = filled_with(content, values, sandbox)
        except TemplateError:
            faults += [(kind, name, where_is(name, kind, places)) for kind, name in sandbox.faults or [("syntax", "")]]
    except MemoryError:
        return {"bad": "long"}
    except Exception:  # a document made to hurt raises what it likes; the sender reads one sentence
        return {"bad": "broken"}
    if faults:
        return {"faults": list(dict.fromkeys(faults))}
    if len(filled) > LARGEST:
        return {"bad": "long"}
    return {"docx": base64.b64encode(filled).decode(), "used": sorted(sandbox.used)}


def filled_with(content: bytes, values: dict[str, Any], sandbox: Sandbox) -> bytes:
    """The template with its fields put in; text is escaped, so no value is read as markup."""
    template = DocxTemplate(io.BytesIO(content))
    template.render(values, sandbox, autoescape=True)
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


def texts(content: bytes) -> Iterator[tuple[str, str]]:
    """(where, text) of each paragraph that holds a tag, in words for people."""
    document = Document(io.BytesIO(content))
    yield from _tagged("thân văn bản", document)
    for section in document.sections:
        yield from _tagged("đầu trang", section.header)
        yield from _tagged("chân trang", section.footer)


def where_is(name: str, kind: str, places: list[tuple[str, str]]) -> str:
    """The first place whose tags name it; the first with an unclosed tag for a mistake of writing."""
    for where, text in places:
        tags = TAGS.findall(text)
        if kind == "syntax" and text.count("{{") + text.count("{%") != text.count("}}") + text.count("%}"):
            return f"{where}: “{text.strip()[:80]}”"
        if name and any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", tag) for tag in tags):
            return f"{where}: “{text.strip()[:80]}”"
    return ""


def _tagged(part: str, holder: Any) -> Iterator[tuple[str, str]]:
    for number, paragraph in enumerate(holder.paragraphs, 1):
        if "{" in paragraph.text:
            yield f"{part}, đoạn {number}", paragraph.text
    for number, table in enumerate(holder.tables, 1):
        # Read from the XML: merged cells would come twice, and a table made to hurt has very many.
        for place, cell in enumerate(table._tbl.iter_tcs(), 1):
            text = "\n".join("".join(run.text or "" for run in one.iter("{*}t")) for one in cell.iter("{*}p"))
            if "{" in text:
                yield f"{part}, bảng {number}, ô thứ {place}", text


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _stored(target: nodes.Node) -> list[nodes.Name]:
    return [target] if isinstance(target, nodes.Name) else list(target.find_all(nodes.Name))


def _depth(node: nodes.Node) -> int:
    below = max((_depth(child) for child in node.iter_child_nodes()), default=0)
    return below + isinstance(node, nodes.For)


def _word(message: str) -> str:
    """The tag or name that jinja's message is about, if it names one."""
    found = re.search(r"'(\w+)'", message)
    return found[1] if found else ""


if __name__ == "__main__":
    main()
