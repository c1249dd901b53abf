"""Makes the pictures of the documentation from a fresh demonstration: `python -m tools.pictures`."""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from playwright.sync_api import Browser, FilePayload, Page, sync_playwright
from xlsxwriter import Workbook

from tools import serve_demo
from tools.browser import chromium
from tools.ports import first_free

FOLDER = serve_demo.ROOT / "docs/pictures"
FIRST_PORT = 8600
PHONE = (390, 800)
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# An office's list with what goes wrong in such lists: a commune of old, a day that is none, a number in words.
LIST = (
    ("STT", "Tên mô hình", "Đơn vị thực hiện", "Lĩnh vực", "Thời gian bắt đầu", "Đất hiến (m2)", "Số hộ"),
    (1, "Hiến đất mở đường ra đồng", "xã Triệu Bình", "Kinh tế", "9/2026", "1.152", 43),
    (2, "Phân loại rác tại nguồn", "xã Triệu Ái", "Văn hóa - xã hội", "02/09/2026", "", 120),
    (3, "Camera an ninh thôn An Mô", "xã Triệu Phong", "Quốc phòng - an ninh", "31/02/2026", "", 86),
    (4, "Đường hoa phụ nữ tự quản", "xã Ái Tử", "Văn hóa - xã hội", "Quý III/2026", "khoảng nghìn mấy", 65),
    (5, "Chính quyền thân thiện", "xã Nam Cửa Việt", "Xây dựng hệ thống chính trị", "01/07/2026", "", 310),
)


def hand_in_list(page: Page) -> None:
    """Uploads the list and waits for its preview."""
    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Danh mục")
        for number, row in enumerate(LIST):
            sheet.write_row(number, 0, row)
    file: FilePayload = {"name": "danh-muc-2026.xlsx", "mimeType": SPREADSHEET, "buffer": content.getvalue()}
    page.set_input_files("input[name=file]", files=[file])
    page.get_by_role("button", name="Tải lên và đọc").click()
    page.get_by_role("heading", name="Quyết định").wait_for()


def write_progress(page: Page) -> None:
    """Fills in a note, as far as a clerk has come."""
    page.fill("textarea[name=note]", "Chiều mồng một có 32 bà con đến, nêu ba việc; thôn nhận làm hai việc.")
    page.fill("fieldset input", "2")


def ask_about_commune(page: Page) -> None:
    """Asks what the person may do in their own commune."""
    page.fill("input[name=don_vi]", "xã Triệu Bình")
    page.get_by_role("button", name="Hỏi").click()


@dataclass(frozen=True)
class Picture:
    """One page as one person sees it; nobody signed in where `person` is empty.

    `follow` are selectors of what is pressed in turn from `path` on; `act` is done last.
    """

    name: str
    person: str
    path: str
    size: tuple[int, int] = (1280, 860)
    follow: tuple[str, ...] = ()
    act: Callable[[Page], None] | None = None


SOURCE = "/tin-co-so/huyen-trieu-phong-tiep-tuc-day-manh-phong-trao-thi-dua-dan-van-kheo/"

PICTURES = (
    Picture("cong-trang-chu", "", "/", (1280, 1000)),
    Picture("cong-trang-chu-dien-thoai", "", "/", (390, 1000)),
    Picture("bai-goc", "", SOURCE, (1280, 1000)),
    Picture("bai-goc-dien-thoai", "", SOURCE, (390, 1000)),
    Picture("thong-ke", "", "/thong-ke/", (1280, 1000)),
    Picture("bien-tap", "bientap", "/bien-tap/", (1280, 900)),
    Picture("viec-cua-toi", "chuyenvien", "/lam-viec/"),
    Picture("bo-sung", "canbo", "/lam-viec/", PHONE, ("h3 a >> nth=0",)),
    Picture(
        "ghi-tien-do", "canbo", "/lam-viec/mo-hinh/?q=Chiều mồng một nghe dân", (390, 990),
        ("text=Chiều mồng một nghe dân ở Hà My", "text=Ghi tiến độ >> nth=0"), write_progress,
    ),
    Picture("ra-soat", "chuyenvien", "/lam-viec/", follow=("text=Một nhà nhường đất, một người có việc",)),
    Picture("nhap-danh-sach", "chuyenvien", "/lam-viec/nhap/moi/", (1280, 1080), act=hand_in_list),
    Picture(
        "quyen", "quantri", "/tai-khoan/nguoi/?q=Lê Văn Thảo",
        follow=("text=Lê Văn Thảo", "text=Người này được làm gì, vì sao"), act=ask_about_commune,
    ),
)  # fmt: skip


def take(browser: Browser, home: str, picture: Picture, password: str) -> None:
    """Signs in where need be, opens the page and writes the picture."""
    width, height = picture.size
    page = browser.new_page(base_url=home, locale="vi-VN", viewport={"width": width, "height": height})
    page.goto(picture.path)
    if picture.person:
        page.fill("input[name=login]", picture.person)
        page.fill("input[name=password]", password)
        page.press("input[name=password]", "Enter")
        page.wait_for_load_state("networkidle")
    for selector in picture.follow:
        page.click(selector)
        page.wait_for_load_state("networkidle")
    if picture.act:
        picture.act(page)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / f"{picture.name}.png")
    page.close()


def main() -> int:
    """Builds and serves a demonstration in a throw-away folder, and takes every picture."""
    port = first_free(FIRST_PORT, 100)
    if port is None:
        print("Không có cổng nào trống.")
        return 1
    with tempfile.TemporaryDirectory(prefix="kheo-pictures-") as folder:
        environment = serve_demo.environment_of(Path(folder))
        serve_demo.build(Path(folder), environment)
        sign_ins = serve_demo.manage(environment, "demo", "--sign-ins", stdout=subprocess.PIPE)
        password = sign_ins.splitlines()[0].rpartition(" ")[2]
        address = ["--bind", f"127.0.0.1:{port}"]
        served = [
            serve_demo.start(["-m", "gunicorn", "config.wsgi", *address, "--log-level", "warning"], environment),
            serve_demo.start(["manage.py", "db_worker"], environment),
        ]
        try:
            serve_demo.wait_until_answering(port, served)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
                for picture in PICTURES:
                    take(browser, f"http://127.0.0.1:{port}", picture, password)
        finally:
            serve_demo.stop(served)
    return 0


if __name__ == "__main__":
    sys.exit(main())
