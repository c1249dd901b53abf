"""Builds the demonstration once, then serves it with a task worker until Ctrl-C (`script/demo`)."""

import ctypes
import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import FrameType

from tools.ports import FIRST_FREE_TRIES, first_free, holder_of, is_free

ROOT = Path(__file__).resolve().parents[1]
DEFAULT_PORT = 8000
NEEDED_MB = 300  # the demonstration itself is far below that; a full disk would leave it half-made
SECONDS_TO_START = 60
SECONDS_TO_STOP = 10
PR_SET_PDEATHSIG = 1
BUILDING, READY = "building", "ready"


class CannotServe(Exception):
    """A sentence for the person at the terminal: Vietnamese, then English."""


def main() -> int:
    """Serves until a signal; 0 after a clean stop, 1 with one clear sentence otherwise."""
    signal.signal(signal.SIGTERM, interrupt)
    signal.signal(signal.SIGHUP, interrupt)
    try:
        port = wanted_port()
        data = Path(os.environ.get("KHEO_DATA") or ROOT / "var").resolve()
        build(data, environment_of(data))
        serve(port, environment_of(data))
    except CannotServe as reason:
        print(f"\n{reason}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nĐã dừng. / Stopped.")
    return 0


def interrupt(signum: int, frame: FrameType | None) -> None:
    """A polite end is the same as Ctrl-C."""
    raise KeyboardInterrupt


def wanted_port() -> int:
    """KHEO_PORT, when it is a free port."""
    text = os.environ.get("KHEO_PORT") or str(DEFAULT_PORT)
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise CannotServe(f"KHEO_PORT phải là số từ 1 đến 65535, đang là “{text}”.\nKHEO_PORT must be a port number.")
    port = int(text)
    try:
        if is_free(port):
            return port
    except OSError as reason:
        raise CannotServe(f"Không mở được cổng {port}: {reason.strerror}.\nCannot open port {port}.") from reason
    holder, other = holder_of(port), first_free(port + 1, FIRST_FREE_TRIES)
    by = f" ({holder})" if holder else " (có thể là một bản Khéo khác hoặc một chương trình khác trên máy này)"
    hint = f"KHEO_PORT={other or 'SỐ'} script/demo"
    raise CannotServe(
        f"Cổng {port} đang có chương trình khác dùng{by}. Hãy dừng nó, hoặc chọn cổng khác: {hint}\n"
        f"Port {port} is taken{f' by {holder}' if holder else ''}. Stop it or choose another: {hint}"
    )


def environment_of(data: Path) -> dict[str, str]:
    """Settings of a demonstration, whatever a `.env` beside it says for a real server."""
    return {
        **os.environ,
        "KHEO_DEMO": "1",
        "KHEO_DEBUG": "0",
        "KHEO_HTTPS": "0",
        "KHEO_HOSTS": "localhost,127.0.0.1,[::1]",
        "KHEO_DATA": str(data),
        "DATABASE_URL": f"sqlite:///{data / 'kheo.sqlite3'}",
        "CACHE_URL": "locmem://",
        "KHEO_ORIGINS": "",
        "KHEO_MAIL_HOST": "",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }


def build(data: Path, environment: dict[str, str]) -> None:
    """Makes the database and the demonstration in it, one script at a time; a second run only migrates."""
    try:
        data.mkdir(parents=True, exist_ok=True)
        with (data / "demo-lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            finish(data, environment)
    except OSError as reason:
        raise CannotServe(f"Không ghi được vào {data}: {reason.strerror}.\nCannot write to {data}.") from reason


def finish(data: Path, environment: dict[str, str]) -> None:
    """Does what is not done yet; what an earlier run left half-made is made anew.

    The mark says that the database is ours, and for which code it is ready: one that this script did not make is
    never touched.
    """
    mark, database = data / "demo-state", data / "kheo.sqlite3"
    state, _, ready_for = (mark.read_text("utf-8") if mark.exists() else "").partition(" ")
    if database.exists() and not state:
        raise CannotServe(
            f"{database} không do script/demo tạo ra nên không được đụng tới. Hãy chọn thư mục khác: "
            "KHEO_DATA=var/demo script/demo\n"
            "That database was not made by script/demo and is left alone. Choose another folder with KHEO_DATA."
        )
    if state != READY:
        need_room(data)
        for leftover in (*data.glob("kheo.sqlite3*"), *data.glob("visits.sqlite3*")):
            leftover.unlink()
        mark.write_text(BUILDING, "utf-8")
        print("Đang dựng số liệu minh họa (một lần)… / Building the demonstration (once)…", flush=True)
    code = fingerprint()
    if ready_for == code:
        return
    manage(environment, "migrate", "--verbosity", "0")
    manage(environment, "collectstatic", "--no-input", "--verbosity", "0")
    if state != READY:
        manage(environment, "demo")
    mark.write_text(f"{READY} {code}", "utf-8")


def need_room(data: Path) -> None:
    """Refuses to begin what the disk cannot hold."""
    free = shutil.disk_usage(data).free // 2**20
    if free < NEEDED_MB:
        raise CannotServe(
            f"Không đủ chỗ trên đĩa: cần {NEEDED_MB} MB ở {data}, chỉ còn {free} MB. Hãy dọn bớt rồi chạy lại.\n"
            f"Not enough disk: {NEEDED_MB} MB needed in {data}, {free} MB free."
        )


def fingerprint() -> str:
    """Changes when a migration, a static file, a setting or a package does."""
    files = [*ROOT.glob("kheo/**/migrations/*.py"), *ROOT.glob("kheo/**/static/**/*"), *ROOT.glob("config/*.py")]
    facts = [
        f"{path}:{path.stat().st_size}:{path.stat().st_mtime_ns}"
        for path in sorted([*files, ROOT / "requirements/base.txt"])
        if path.is_file()
    ]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()


def manage(environment: dict[str, str], *arguments: str, stdout: int | None = None) -> str:
    """One management command in a process of its own; hands back what it printed, when that was asked for."""
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    done = subprocess.run(
        command, env=environment, cwd=ROOT, start_new_session=True, check=False, stdout=stdout, encoding="utf-8"
    )
    if done.returncode:
        raise CannotServe(
            f"Lệnh manage.py {arguments[0]} không xong (lý do ở trên); chạy lại script/demo sẽ làm tiếp.\n"
            f"manage.py {arguments[0]} failed (reason above)."
        )
    return done.stdout or ""


def serve(port: int, environment: dict[str, str]) -> None:
    """Runs the server and the worker until a signal, or until one of them ends by itself."""
    server = ["-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2", "--threads", "4"]
    server += [
        "--preload",
        "--no-control-socket",
        "--timeout",
        "120",
        "--graceful-timeout",
        "5",
        "--log-level",
        "warning",
    ]
    worker = ["manage.py", "db_worker"]
    children: list[subprocess.Popen[bytes]] = []
    try:
        for arguments in (server, worker):
            children.append(start(arguments, environment))
        sign_ins = manage(environment, "demo", "--sign-ins", stdout=subprocess.PIPE)
        wait_until_answering(port, children)
        welcome(port, sign_ins)
        while all(child.poll() is None for child in children):
            time.sleep(0.3)
        raise CannotServe("Máy chủ hoặc tiến trình việc nền đã tự dừng (lý do ở trên).\nA process ended by itself.")
    finally:
        stop(children)


def start(arguments: list[str], environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    """A child in a session of its own: Ctrl-C reaches only this script, which then ends its children in order."""
    command = [sys.executable, *arguments]
    return subprocess.Popen(command, env=environment, cwd=ROOT, start_new_session=True, preexec_fn=end_with_parent)


def end_with_parent() -> None:
    """Asks Linux to end this process when the script that started it is killed outright."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def stop(children: "list[subprocess.Popen[bytes]]", patience: float = SECONDS_TO_STOP) -> None:
    """Asks each child to end, and after so many seconds makes it; a second Ctrl-C does not cut this short."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    for child in children:
        child.terminate()
    deadline = time.monotonic() + patience
    for child in children:
        try:
            child.wait(max(deadline - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def wait_until_answering(port: int, children: "list[subprocess.Popen[bytes]]") -> None:
    """Returns when the home page answers."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and all(child.poll() is None for child in children):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
            return
        except urllib.error.HTTPError as answer:
            if answer.code < 500:
                return
            raise CannotServe(f"Trang chủ báo lỗi {answer.code} (lý do ở trên).\nThe home page failed.") from answer
        except OSError:
            time.sleep(0.2)
    raise CannotServe("Máy chủ không khởi động được (lý do ở trên).\nThe server did not start (reason above).")


def welcome(port: int, sign_ins: str) -> None:
    """Addresses, and one sign-in for each role."""
    home = f"http://127.0.0.1:{port}/"
    print(f"\nKhéo đang chạy / Khéo is running:\n  {home}\n  {home}mo-hinh/\n  {home}lam-viec/\n")
    print(f"{sign_ins.rstrip()}\n\nDừng: Ctrl-C. / Stop: Ctrl-C.", flush=True)


if __name__ == "__main__":
    sys.exit(main())
