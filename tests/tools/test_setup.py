"""script/setup on machines that lack something: one clear sentence in Vietnamese, one in English, and the end."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.house.sources import ROOT

# What script/setup itself calls; nothing else is on the PATH of these machines.
# fmt: off
TOOLS = [
    "awk", "bash", "cat", "cut", "df", "dirname", "env", "grep", "id", "mktemp", "printf", "readlink", "rm",
    "sha256sum", "tail",
]
# fmt: on
REAL = os.path.realpath(sys.executable)


@pytest.fixture
def machine(tmp_path):
    """A clone with nothing installed, and a PATH on which a test may put other programs."""
    for name in ("script", "requirements", "bin"):
        (tmp_path / name).mkdir()
    shutil.copy(ROOT / "script/setup", tmp_path / "script")
    shutil.copy(ROOT / "requirements/dev.txt", tmp_path / "requirements")
    for name in TOOLS:
        (tmp_path / "bin" / name).symlink_to(shutil.which(name))
    return tmp_path


def put(machine, name, script):
    path = machine / "bin" / name
    path.unlink(missing_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def setup(machine, *options, **environment):
    environment = {"PATH": str(machine / "bin"), "HOME": str(machine), "LANG": "C.UTF-8", **environment}
    command = [str(machine / "script/setup"), *options]
    return subprocess.run(command, cwd="/", env=environment, capture_output=True, text=True, timeout=120)


def last_two_lines(done):
    assert done.returncode == 1
    return done.stderr.strip().splitlines()[-2:]


def test_setup_names_the_python_it_needs_when_there_is_only_an_old_one(machine):
    put(machine, "python3", '[ "$1" = --version ] && echo "Python 3.9.2"')

    assert last_two_lines(setup(machine)) == [
        "Khéo cần Python từ 3.11 trở lên; máy này chưa có (có: Python 3.9.2). "
        "Trên Debian, Ubuntu: apt-get install python3 python3-venv.",
        "Khéo needs Python 3.11 or newer, and none was found. "
        "On Debian or Ubuntu: apt-get install python3 python3-venv.",
    ]


def test_setup_says_that_venv_is_missing(machine):
    put(machine, "python3", f'case "$2" in *ensurepip*) exit 1;; esac; exec {REAL} "$@"')

    assert last_two_lines(setup(machine)) == [
        "Python trên máy thiếu phần tạo môi trường ảo (venv). Trên Debian, Ubuntu: apt-get install python3-venv.",
        "This Python lacks venv. On Debian or Ubuntu: apt-get install python3-venv.",
    ]
    assert not (machine / ".venv").exists()


def test_setup_says_how_much_disk_it_needs(machine):
    put(machine, "python3", f'exec {REAL} "$@"')
    put(machine, "df", 'echo "Filesystem 1024-blocks Used Available Capacity"; echo "/dev/x 1000 900 51200 90% /"')

    assert last_two_lines(setup(machine)) == [
        "Không đủ chỗ trên đĩa: cần 900 MB ở ., chỉ còn 50 MB. Hãy dọn bớt rồi chạy lại.",
        "Not enough disk: 900 MB needed in ., 50 MB free. Make room and run this again.",
    ]


def test_setup_says_that_there_is_no_network_and_does_not_count_itself_done(machine):
    put(machine, "python3", f'exec {REAL} "$@"')
    nobody = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_CONFIG_FILE": "/dev/null", "PIP_NO_CACHE_DIR": "1"}

    assert last_two_lines(setup(machine, **nobody)) == [
        "Không tải được thư viện: không kết nối được kho gói Python. Hãy kiểm tra mạng (hoặc proxy), rồi chạy lại.",
        "Could not download packages: the Python package index cannot be reached. "
        "Check the network (or proxy) and run this again.",
    ]
    assert not (machine / ".venv/kheo-stamp").exists()


def test_setup_leaves_a_linked_environment_that_does_not_run(machine):
    (machine / "elsewhere").mkdir()
    (machine / ".venv").symlink_to(machine / "elsewhere")

    assert last_two_lines(setup(machine))[1] == f"The linked .venv does not run: {machine}/elsewhere"
    assert (machine / "elsewhere").exists()


def test_setup_explains_its_use_on_an_unknown_option(machine):
    assert last_two_lines(setup(machine, "--help")) == [
        "Cách dùng: script/setup [--browser|--office]",
        "Usage: script/setup [--browser|--office]",
    ]
