"""Bare WSGI callables: what a server answers with nothing behind it."""

import os
from functools import cache
from pathlib import Path


def empty(environ, start_response):
    """204, nothing else."""
    start_response("204 No Content", [])
    return []


@cache
def _bytes() -> bytes:
    return Path(os.environ["BENCH_BYTES"]).read_bytes()


def same(environ, start_response):
    """200 with the bytes of a file, as HTML."""
    body = _bytes()
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))])
    return [body]
