"""A child process for what a file made to hurt could eat: its own limits of memory and time, bytes in and bytes out."""

import logging
import os
import resource
import subprocess
import sys
from pathlib import Path

import kheo


class Overrun(Exception):
    """The child passed a limit of memory or time."""


class Failed(Exception):
    """The child ended with an error."""


def run(module: str, content: bytes, *, seconds: float) -> bytes:
    """What `python -m module` answers to `content` on its standard input within so many seconds of the clock."""
    home = str(Path(kheo.__file__).resolve().parents[1])
    try:
        done = subprocess.run(
            [sys.executable, "-m", module], input=content, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            timeout=seconds, cwd=home, env={**os.environ, "PYTHONPATH": home}, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as problem:
        raise Overrun from problem
    if done.returncode:
        raise (Overrun if done.returncode < 0 else Failed)(done.returncode)
    return done.stdout


def limit(*, memory: int, cpu_seconds: int) -> None:
    """Called first thing by the child: bytes of memory, seconds of work, no core file, nothing said on the way."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    logging.disable(logging.CRITICAL)
