"""Pages of the register at 100,000 exemplars against the same pages at 1,000: at most 1.3x, with as many queries."""

from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tools.bench.ground import BIG, SMALL, Register, registers
from tools.bench.measure import Benchmark


class Page(Benchmark):
    """One page as one person; both sides are our own code, so that only the number of rows differs."""

    limit = 1.3
    rounds = 9
    calls = 6
    user = "chuyenvien"
    path = "/lam-viec/mo-hinh/"

    def prepare(self) -> None:
        self.small, self.big = registers()
        self.clients = {}
        for register in (self.small, self.big):
            client = Client(headers={"host": "localhost"})
            client.force_login(register.user(self.user))
            self.clients[register.path] = client
        self.sizes = f"{BIG:,} / {SMALL:,} mô hình, {self.path}".replace(",", ".")
        # A page that fails is quick too: see that both are real.
        self.counts = {side: self._count(side) for side in (self.small, self.big)}

    def _get(self, register: Register):
        register.use()
        answer = self.clients[register.path].get(self.path)
        if answer.status_code != 200:
            raise RuntimeError(f"{self.path}: {answer.status_code}")
        return answer

    def _count(self, register: Register) -> int:
        register.use()
        with CaptureQueriesContext(connections["default"]) as seen:
            self._get(register)
        return len(seen)

    def ours(self):
        return self._get(self.big)

    def yardstick(self):
        return self._get(self.small)

    def complaints(self) -> list[str]:
        small, big = (self._count(register) for register in (self.small, self.big))
        return [] if small == big else [f"Số truy vấn khác nhau: {small} ở bảng nhỏ, {big} ở bảng lớn."]


class FirstPage(Page):
    name = "register_list/first"


class TenthPage(Page):
    name = "register_list/tenth"
    path = "/lam-viec/mo-hinh/?trang=10"


class FilteredPage(Page):
    name = "register_list/filtered"
    path = "/lam-viec/mo-hinh/?linh_vuc=politics&buoc=running"


class FilteredTenthPage(Page):
    name = "register_list/filtered_tenth"
    path = "/lam-viec/mo-hinh/?linh_vuc=politics&trang=10"


class RoundPage(Page):
    name = "register_list/round"
    path = "/lam-viec/mo-hinh/?dot=3&linh_vuc=culture"


class ByNamePage(Page):
    name = "register_list/by_name"
    path = "/lam-viec/mo-hinh/?xep=ten"


class CommunePage(Page):
    name = "register_list/commune"
    user = "canbo"


class DetailPage(Page):
    name = "detail"
    path = "/lam-viec/mo-hinh/77/"


PAGES = (
    FirstPage, TenthPage, FilteredPage, FilteredTenthPage, RoundPage, ByNamePage, CommunePage, DetailPage,
)  # fmt: skip
