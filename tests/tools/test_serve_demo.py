"""script/demo before it serves: ports that are taken, data that is not its own, and a clean end."""

import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from tests.house.sources import ROOT
from tools import serve_demo
from tools.ports import first_free, holder_of, is_free


@pytest.fixture
def taken():
    """A port that this very process listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def demo(tmp_path, **environment):
    environment = {**os.environ, "KHEO_DATA": str(tmp_path / "var"), **environment}
    command = [sys.executable, "-m", "tools.serve_demo"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)


def test_a_taken_port_is_named_with_its_holder_and_another_is_offered(tmp_path, taken):
    done = demo(tmp_path, KHEO_PORT=str(taken))

    holder, other = holder_of(taken), first_free(taken + 1, 50)
    assert holder.endswith(f", tiến trình {os.getpid()}")
    assert done.returncode == 1
    assert done.stderr.strip().splitlines() == [
        f"Cổng {taken} đang có chương trình khác dùng ({holder}). "
        f"Hãy dừng nó, hoặc chọn cổng khác: KHEO_PORT={other} script/demo",
        f"Port {taken} is taken by {holder}. Stop it or choose another: KHEO_PORT={other} script/demo",
    ]
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize("text", ["tám nghìn", "0", "70000", "-1"])
def test_a_port_that_is_no_port_is_refused(tmp_path, text):
    done = demo(tmp_path, KHEO_PORT=text)

    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[0] == f"KHEO_PORT phải là số từ 1 đến 65535, đang là “{text}”."


def test_first_free_passes_over_what_is_taken(taken):
    assert not is_free(taken)
    assert first_free(taken, 1) is None
    assert first_free(taken, 50) > taken


def test_a_database_that_the_demo_did_not_make_is_left_alone(tmp_path):
    (tmp_path / "kheo.sqlite3").write_text("của người khác")

    with pytest.raises(serve_demo.CannotServe, match="không do script/demo tạo ra"):
        serve_demo.build(tmp_path, {})

    assert (tmp_path / "kheo.sqlite3").read_text() == "của người khác"


def test_a_full_disk_is_told_before_anything_is_begun(tmp_path, monkeypatch):
    monkeypatch.setattr(serve_demo, "NEEDED_MB", 10**9)

    with pytest.raises(serve_demo.CannotServe, match=r"Không đủ chỗ trên đĩa: cần 1000000000 MB"):
        serve_demo.build(tmp_path, {})

    assert not (tmp_path / "demo-state").exists()


def test_what_a_cut_off_run_left_is_made_anew_and_a_finished_one_is_only_migrated(tmp_path, monkeypatch):
    ran = []
    monkeypatch.setattr(serve_demo, "manage", lambda environment, *arguments: ran.append(arguments[0]))
    (tmp_path / "demo-state").write_text("building")
    (tmp_path / "kheo.sqlite3").write_text("nửa chừng")

    serve_demo.build(tmp_path, {})
    first, half_made = list(ran), (tmp_path / "kheo.sqlite3").exists()
    (tmp_path / "kheo.sqlite3").write_text("đã dựng xong")
    serve_demo.build(tmp_path, {})
    second = ran[3:]
    monkeypatch.setattr(serve_demo, "fingerprint", lambda: "mã mới")
    serve_demo.build(tmp_path, {})

    assert not half_made
    assert first == ["migrate", "collectstatic", "demo"]
    assert second == []
    assert ran[3:] == ["migrate", "collectstatic"]
    assert (tmp_path / "kheo.sqlite3").read_text() == "đã dựng xong"


def test_stop_ends_polite_children_and_stubborn_ones():
    polite = serve_demo.start(["-c", "import time; time.sleep(60)"], dict(os.environ))
    stubborn = serve_demo.start(
        ["-c", "import signal, time; signal.signal(15, signal.SIG_IGN); print(flush=True); time.sleep(60)"],
        dict(os.environ),
    )
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    time.sleep(0.5)  # the stubborn one needs a moment to become so

    try:
        serve_demo.stop([polite, stubborn], patience=1)
    finally:
        signal.signal(signal.SIGINT, before[0])
        signal.signal(signal.SIGTERM, before[1])

    assert (polite.returncode, stubborn.returncode) == (-signal.SIGTERM, -signal.SIGKILL)
