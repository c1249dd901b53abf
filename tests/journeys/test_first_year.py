"""The first year of a model on a phone, and the second: registered, asked for more, listed, running, registered on."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from kheo.accounts.roles import Role
from kheo.movement.models import Exemplar, Registration
from tests import make
from tests.journeys.walking import Walker

pytestmark = pytest.mark.django_db(transaction=True)

TEN = {
    "situation": "Đường rộng 2,5 m, xe cấp cứu không vào được.",
    "goal": "Mở rộng 3,2 km đường trong năm.",
    "method": "Treo bản vẽ ở nhà văn hóa, mỗi cụm hộ tự sửa tuyến.",
    "audience": "56 hộ ven đường thôn An Mô.",
    "resources_plan": "Đất và ngày công của bà con.",
    "schedule": "Từ tháng 1 đến tháng 10, đánh giá tháng 11.",
    "products": "3,2 km đường rộng 5 m.",
    "sustain": "Tổ tự quản giữ đường; thôn bên học theo.",
}


@pytest.fixture
def walker(page, live_server, axe_finds):
    return Walker(page, live_server, axe_finds)


def test_commune_registers_model_and_it_runs(walker):
    commune, round_ = make.unit("xã Triệu Bình"), make.round()
    leader = make.member(Role.UNIT_LEADER, commune, full_name="Trần Thị Hoa")
    specialist = make.member(Role.SPECIALIST, make.province(), full_name="Lê Văn Minh")
    page = walker.page

    walker.sign_in(leader).open(reverse("movement:registration_new"))
    page.get_by_label("Tên mô hình").fill("Hiến đất mở rộng đường thôn An Mô")
    page.get_by_label("Thôn, khu phố, địa điểm").fill("thôn An Mô")
    page.get_by_label("Tập thể").check()
    page.get_by_label("Văn hóa - xã hội").check()
    page.get_by_label("Hoàn thành một việc").check()
    page.get_by_label("Bắt đầu từ").fill("1/2026")
    page.get_by_label("Điều sẽ đếm").first.fill("Đất hiến")
    page.get_by_label("Đơn vị tính").first.fill("m²")
    page.get_by_label("Chỉ tiêu").first.fill("900")
    page.get_by_label("Ghi vào sổ nguồn lực").first.select_option("land")
    walker.press("Lưu và gửi")
    assert walker.reads("Chờ rà soát")

    registration = Registration.objects.get(round=round_)
    walker.sign_in(specialist).open(registration.get_absolute_url()).unfold("Yêu cầu bổ sung")
    page.get_by_label("Lý do").first.fill("Đề nghị ghi rõ cách làm và ai phụ trách.")
    walker.press("Yêu cầu bổ sung")
    assert walker.reads("Cần bổ sung")

    walker.sign_in(leader).open(registration.get_absolute_url())
    assert walker.reads("Đề nghị ghi rõ cách làm và ai phụ trách.")
    walker.go("Sửa, bổ sung")
    for name, text in TEN.items():
        page.locator(f"#id_{name}").fill(text)
    page.get_by_label("Lực lượng", exact=False).first.fill("Chi bộ thôn An Mô")
    page.get_by_label("Việc làm cụ thể").first.fill("Chủ trì, đến từng nhà vận động")
    page.get_by_label("Họ tên người phụ trách").fill("Nguyễn Văn An")
    page.get_by_label("Chức vụ").fill("Bí thư chi bộ")
    walker.press("Lưu hồ sơ")
    walker.press("Gửi đăng ký")

    walker.sign_in(specialist).open(registration.get_absolute_url()).press("Duyệt đăng ký")
    assert walker.reads("Đã duyệt đăng ký")

    exemplar = Exemplar.objects.get()
    walker.sign_in(leader).open(exemplar.get_absolute_url()).press("Ra mắt")
    assert walker.reads("Đang thực hiện")
    walker.go("Ghi tiến độ")
    page.get_by_label("Đã làm được gì").fill("Họp dân ba cụm, 40 hộ ký biên bản.")
    page.get_by_label("Đất hiến: thêm được").fill("419,5")
    walker.press("Lưu tiến độ")
    assert walker.reads("419,5 / 900 m²")
    assert walker.reads("Họp dân ba cụm, 40 hộ ký biên bản.")

    outcome = exemplar.outcomes.get()
    assert (str(outcome.actual), exemplar.contributions.get().kind) == ("419.50", "land")


def test_commune_registers_last_years_models_on_one_screen(walker):
    commune = make.unit("xã Triệu Bình")
    leader = make.member(Role.UNIT_LEADER, commune)
    last_year, this_year = make.round(2025, closes_on="2025-12-31"), make.round(2026)
    names = ("Hiến đất làm đường", "Tiếng kẻng học bài", "Bến bãi bình yên")
    road, bell, landing = [make.exemplar(name, unit=commune, stage="running") for name in names]
    for exemplar in (road, bell, landing):
        make.outcome(exemplar)
        make.registration(exemplar, round=last_year, stage="listed")

    walker.sign_in(leader).open(reverse("movement:renewal"))
    walker.page.locator(f'[name="answer-{road.pk}"][value="continue"]').check()
    walker.page.locator(f'[name="answer-{bell.pk}"][value="stop"]').check()
    walker.page.locator(f'[name="reason-{bell.pk}"]').fill("Trường đã chuyển về điểm chính.")
    walker.press("Gửi một lượt")
    assert walker.reads("Đã gửi đăng ký tiếp tục.")
    assert walker.reads("Đã ghi nhận: ngừng hoạt động.")

    carried = Registration.objects.get(round=this_year)
    bell.refresh_from_db()
    landing.refresh_from_db()
    assert (carried.exemplar, carried.origin, carried.stage) == (road, "continued", "filed")
    assert (bell.stage, landing.stage) == ("stopped", "running")


def test_nothing_typed_is_lost_when_the_page_is_left(walker):
    commune = make.unit("xã Triệu Bình")
    make.round()
    leader = make.member(Role.UNIT_LEADER, commune)
    page = walker.page

    walker.sign_in(leader).open(reverse("movement:registration_new"))
    page.get_by_label("Tên mô hình").fill("Tiếng kẻng học bài")
    page.get_by_label("Chỉ tiêu").first.fill("chưa rõ")
    page.get_by_text("Đã lưu lúc").wait_for()
    walker.open(reverse("movement:registration_new"))

    expect(page.get_by_label("Tên mô hình")).to_have_value("Tiếng kẻng học bài")
    expect(page.get_by_label("Chỉ tiêu").first).to_have_value("chưa rõ")
    assert walker.reads("Đây là bản đang viết dở, đã được giữ lại.")


def test_what_was_typed_is_offered_back_after_the_session_has_ended(walker):
    commune = make.unit("xã Triệu Bình")
    make.round()
    leader = make.member(Role.UNIT_LEADER, commune)
    page = walker.page

    walker.sign_in(leader).open(reverse("movement:registration_new"))
    page.get_by_label("Tên mô hình").fill("Tiếng kẻng học bài")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Lưu đăng ký").click()
    page.wait_for_url("**/dang-nhap/**")
    walker.sign_in(leader).open(reverse("movement:registration_new"))
    page.get_by_role("button", name="Lấy lại bản đó").click()

    expect(page.get_by_label("Tên mô hình")).to_have_value("Tiếng kẻng học bài")
