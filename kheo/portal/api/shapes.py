"""The shapes of the open data, as its description tells them."""

from datetime import date, datetime
from decimal import Decimal

from ninja import Field, Schema


class Article(Schema):
    id: int
    title: str
    url: str = Field(description="Địa chỉ đầy đủ của bài")
    section: str
    kind: str
    lead: str
    author: str
    source: str
    place_code: str = Field(description="Mã đơn vị hành chính của địa bàn, có thể trống")
    posted_at: datetime | None
    views: int = Field(description="Lượt xem, gồm số dư từ cổng cũ")


class ArticleWhole(Article):
    text: str = Field(description="Toàn văn, chữ thường không định dạng")
    corrections: list[str]
    exemplars: list[str] = Field(description="Mã các mô hình trong bài")


class Result(Schema):
    name: str
    measure: str
    baseline: Decimal | None
    target: Decimal | None
    actual: Decimal | None
    on: date | None
    is_main: bool


class Exemplar(Schema):
    code: str
    name: str
    url: str
    kind: str
    bearer: str
    field: str
    unit: str
    unit_code: str
    place: str
    starts: date | None
    summary: str
    households: int | None
    beneficiaries: int | None
    copies: int = Field(description="Số nơi đang áp dụng đã công khai")
    verdict: str = Field(description="Lần xác nhận còn hoạt động gần nhất; trống: chưa xác nhận")
    verified_on: date | None


class ExemplarWhole(Exemplar):
    situation: str
    goal: str
    method: str
    results: list[Result]
    recognitions: list[str]


class Directive(Schema):
    id: int
    number: str
    kind: str
    issuer: str
    title: str
    url: str
    issued_on: date | None
    valid_from: date | None
    valid_until: date | None
    in_force: bool
    replaced_by: str
    files: int


class Statistics(Schema):
    total: int = Field(description="Tổng lượt truy cập, gồm số dư từ cổng cũ")
    opening: int = Field(description="Trong đó: số dư từ cổng cũ")
    online_guests: int
    online_members: int
    exemplars: int
    articles: int
    directives: int


class Listed(Schema):
    """A page of a list; `next` is the address of the next one."""

    total: int
    next: str | None


class Articles(Listed):
    items: list[Article]


class Exemplars(Listed):
    items: list[Exemplar]


class Directives(Listed):
    items: list[Directive]


class Problem(Schema):
    detail: str
