"""A counted beacon against an empty 204 of the same server, in turn; and none is lost while pages are served."""

import sqlite3
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from django.conf import settings

from tools.bench.measure import Benchmark
from tools.bench.served import Load, Server, collect_static, page_load

PAGE = "/thong-ke/cach-tinh/"
BROWSER = (
    "Mozilla/5.0 (Linux; Android 13; SM-A125F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36"
)
FORM = "application/x-www-form-urlencoded"
# Each request is another visitor's view; a household (an address) sends ten, far below its allowance.
VISITORS = f"""
local turn = tonumber(os.getenv("TURN"))
local n = 0
function request()
  n = n + 1
  local home = turn * 400000 + math.floor(n / 10)
  local address = "10." .. math.floor(home / 65536) % 256 .. "." .. math.floor(home / 256) % 256 .. "." .. home % 256
  local headers = {{["X-Forwarded-For"] = address, ["User-Agent"] = "{BROWSER}", ["Content-Type"] = "{FORM}"}}
  return wrk.format("POST", "/dem/", headers, "t=do:" .. n % 500 + 1)
end
"""


def visitors(turn: int, connection: int) -> Iterator[bytes]:
    """The same, for the plain client: every connection a street of its own."""
    for n in count():
        home = turn * 400_000 + connection * 20_000 + n // 10
        body = f"t=do:{n % 500 + 1}"
        yield (
            f"POST /dem/ HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 10.{home >> 16 & 255}.{home >> 8 & 255}.{home & 255}\r\n"
            f"User-Agent: {BROWSER}\r\nContent-Type: {FORM}\r\nContent-Length: {len(body)}\r\n\r\n{body}"
        ).encode()


class Beacon(Benchmark):
    name = "beacon"
    limit = 3
    sizes = "hai tiến trình, bốn luồng, 16 kết nối, mỗi lượt một người khác"
    rounds = 9
    is_told = True

    def prepare(self) -> None:
        self.acknowledged = 0
        collect_static()
        self.load = Load(VISITORS, visitors)
        self.servers = [Server("tools.bench.counted:application", KHEO_PROXIES="1")]
        self.servers.append(Server("tools.bench.yardsticks.bare_wsgi:empty"))

    def ours(self) -> float:
        cost, done = self.load.run(self.servers[0].address)
        self.acknowledged += done
        return cost

    def yardstick(self) -> float:
        return self.load.run(self.servers[1].address)[0]

    def complaints(self) -> list[str]:
        self.load.seconds = 4
        page = page_load(PAGE, connections=4, seconds=4)
        page.run(self.servers[0].address)  # drawn once before, as on a server that has been up for a while
        pages = page.begin(self.servers[0].address)
        self.ours()
        _, read = pages()
        lost = self.acknowledged - self._stored()
        said = [f"Mất {lost} lượt trong {self.acknowledged} lượt đã báo nhận."] if lost > 0 else []
        return said if read else [*said, "Không trang nào được phục vụ trong lúc đếm."]

    def _stored(self) -> int:
        with sqlite3.connect(Path(settings.DATA) / "visits.sqlite3") as database:
            return database.execute("SELECT count(*) FROM visits_hit WHERE who = 0").fetchone()[0]

    def clean(self) -> None:
        for server in getattr(self, "servers", ()):
            server.stop()
