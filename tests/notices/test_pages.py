"""Pages over notices, the outbox and mail: what is shown, to whom, and that looking sends nothing."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import mail as sent
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kheo.accounts import rail
from kheo.accounts.actions import people as accounts
from kheo.accounts.actions import privacy
from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.notices.about import about
from kheo.notices.actions import sweeping
from kheo.notices.actions.telling import tell
from kheo.notices.models import Dispatch, Mail, Notice
from tests import make

pytestmark = pytest.mark.django_db
LIST, ALL = "/lam-viec/thong-bao/", "/lam-viec/thong-bao/tat-ca/"
OUTBOX, PREVIEW = "/lam-viec/thu-cho-gui/", "/lam-viec/thu-cho-gui/xem-truoc/"


@pytest.fixture
def commune():
    return make.unit("xã Ái Tử")


@pytest.fixture
def officer(commune):
    return make.member(Role.OFFICER, commune, full_name="Nguyễn Văn An")


@pytest.fixture
def specialist():
    return make.member(Role.SPECIALIST, make.province(), full_name="Lê Thị Gửi")


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def main_of(answer):
    return BeautifulSoup(answer.content, "html.parser").find("main")


def words_of(answer):
    return " ".join(main_of(answer).get_text(" ").split())


def queries_of(client, address, data=None):
    client.get(address, data)  # what is asked once a session has been asked
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address, data).status_code == 200
    return len(asked)


def messages_of(answer):
    return [str(message) for message in answer.context["messages"]]


class TestMine:
    def test_notices_stand_by_thing_the_newest_first(self, officer):
        road, flag = make.exemplar("Đường hoa"), make.exemplar("Đường cờ")
        for thing, subject in [(road, "Một"), (flag, "Hai"), (road, "Ba")]:
            tell([officer], subject, about=about(thing))
        tell([officer], "Bốn")

        page = main_of(signed_in(officer).get(LIST))

        heard = [
            (item.h2 and item.h2.get_text(), [p.get_text() for p in item.select(".told-subject")])
            for item in page.select(".told-item")
        ]
        assert heard == [
            (None, ["Chưa đọc: Bốn"]),
            ("Đường hoa", ["Chưa đọc: Ba", "Chưa đọc: Một"]),
            ("Đường cờ", ["Chưa đọc: Hai"]),
        ]

    def test_opening_marks_as_read_and_leads_there(self, officer):
        tell([officer], "Đã duyệt", link="/lam-viec/mo-hinh/", key="một")
        tell([officer], "Nhắc", key="hai")
        client = signed_in(officer)
        one, two = Notice.objects.get(key="một"), Notice.objects.get(key="hai")

        assert client.get(reverse("notices:detail", args=[one.pk])).status_code == 200
        assert Notice.objects.unread().count() == 2  # looking at a page writes nothing
        assert client.post(reverse("notices:open", args=[one.pk]))["Location"] == "/lam-viec/mo-hinh/"
        assert client.post(reverse("notices:open", args=[two.pk]))["Location"] == LIST

        assert Notice.objects.unread().count() == 0
        assert "Không có thông báo chưa đọc" in words_of(client.get(LIST))
        subjects = [p.get_text() for p in main_of(client.get(ALL)).select(".told-subject")]
        assert subjects == ["Nhắc", "Đã duyệt"]

    def test_the_first_reading_counts(self, officer):
        tell([officer], "Đã duyệt")
        client, address = signed_in(officer), reverse("notices:open", args=[Notice.objects.get().pk])
        client.post(address)
        first = Notice.objects.get().read_at

        client.post(address)

        assert Notice.objects.get().read_at == first

    def test_another_persons_notice_is_not_there(self, officer, specialist):
        tell([specialist], "Việc của người khác")
        key, client = Notice.objects.get().pk, signed_in(officer)

        assert client.get(reverse("notices:detail", args=[key])).status_code == 404
        assert client.post(reverse("notices:open", args=[key])).status_code == 404
        client.post(reverse("notices:read_all"), {"up_to": str(key)})
        assert "Việc của người khác" not in words_of(client.get(ALL))
        assert Notice.objects.get().read_at is None

    def test_whoever_holds_no_role_any_more_reads_nothing(self, officer):
        tell([officer], "Hồ sơ được công nhận")
        key = Notice.objects.get().pk
        officer.memberships.update(ends=timezone.localdate() - timedelta(days=1))
        client = signed_in(officer)

        assert "Chưa có thông báo nào" in words_of(client.get(ALL))
        assert client.get(reverse("notices:detail", args=[key])).status_code == 404

    def test_all_are_read_but_what_came_after_the_page_was_drawn(self, officer):
        tell([officer], "Cũ", key="cũ")
        client = signed_in(officer)
        up_to = main_of(client.get(LIST)).find("input", {"name": "up_to"})["value"]
        tell([officer], "Mới", key="mới")

        client.post(reverse("notices:read_all"), {"up_to": up_to})

        assert list(Notice.objects.unread().values_list("key", flat=True)) == ["mới"]

    @pytest.mark.parametrize("junk", ["", "x", "9" * 40, "-1", "\x00"])
    def test_junk_marks_nothing(self, officer, junk):
        tell([officer], "Cũ")

        answer = signed_in(officer).post(reverse("notices:read_all"), {"up_to": junk})

        assert (answer.status_code, Notice.objects.unread().count()) == (302, 1)

    def test_the_rail_counts_what_is_unread_and_a_day_does_not_begin_there(self, officer):
        def line():
            lines = [line for _, group in rail.groups_for(type(officer).objects.get(pk=officer.pk)) for line in group]
            return next(count for label, _, count, _ in lines if label == "Thông báo")

        assert line() is None
        tell([officer], "Một")
        tell([officer], "Hai")
        assert line() == 2
        journalist = make.member(Role.JOURNALIST, make.province())
        assert rail.first_address(journalist) == reverse("stories:story_new")

    def test_the_list_costs_the_same_for_one_and_for_many(self, officer):
        client = signed_in(officer)

        def cost(number):
            for _ in range(number):
                thing = about(make.exemplar())
                for step in range(2):
                    tell([officer], f"Bước {step}", about=thing)
            return queries_of(client, LIST)

        assert cost(1) == cost(2)

    def test_an_address_for_mail_is_said_by_oneself_and_bad_ones_come_back_as_typed(self, officer, specialist):
        client, ways = signed_in(officer), reverse("notices:ways")

        wrong = client.post(ways, {"email": "an@quangtri"})
        assert "Địa chỉ chưa đúng. Hãy ghi như an@quangtri.gov.vn." in words_of(wrong)
        assert main_of(wrong).find("input", {"name": "email"})["value"] == "an@quangtri"
        assert client.post(ways, {"email": "an@quangtri.example.vn"}).status_code == 302
        officer.refresh_from_db()
        assert officer.email == "an@quangtri.example.vn"
        event = Event.objects.get()
        assert (event.verb, "an@quangtri" in str(event.changes)) == ("person.set_mail", False)
        with pytest.raises(Exception, match="Mỗi người tự ghi"):
            accounts.set_mail(officer, by=specialist, email="x@example.vn")
        client.post(ways, {"email": ""})
        officer.refresh_from_db()
        assert officer.email == ""


class TestOutbox:
    def test_the_preview_shows_count_and_names_and_sends_nothing(self, specialist, commune, officer):
        letters = [make.dispatch(f"Thư {n}", to=[commune], unit=make.province()) for n in range(3)]
        empty = make.dispatch("Thư không ai nhận", to=[make.unit("xã Vắng")], unit=make.province())
        client = signed_in(specialist)

        page = client.get(PREVIEW, {"thu": [letter.pk for letter in [*letters[:2], empty]]})

        words = words_of(page)
        assert "2 thư sẽ đi, đến 1 người" in words
        assert words.count("Nguyễn Văn An (xã Ái Tử)") == 2
        assert "Chưa có ai nhận : Xã Vắng (chưa có lãnh đạo hay cán bộ dùng Khéo)" in words.replace("nhận:", "nhận :")
        assert "Gửi 2 thư đến 1 người" in words
        assert (Notice.objects.count(), Dispatch.objects.waiting().count(), Event.objects.count()) == (0, 4, 0)

    def test_what_stood_on_the_preview_goes_and_the_rest_stays(self, specialist, commune, officer):
        first, second, third = [make.dispatch(f"Thư {n}", to=[commune]) for n in range(3)]
        client = signed_in(specialist)
        page = main_of(client.get(PREVIEW, {"thu": [first.pk, third.pk]}))
        form = page.find("form", action=reverse("notices:send"))
        data = {"thu": [field["value"] for field in form.find_all("input", {"name": "thu"})]}

        answer = client.post(reverse("notices:send"), data, follow=True)

        assert messages_of(answer) == ["Đã gửi 2 thư, báo cho 2 lượt người."]
        assert sorted(Notice.objects.values_list("subject", flat=True)) == ["Thư 0", "Thư 2"]
        assert [letter.pk for letter in Dispatch.objects.waiting()] == [second.pk]
        assert "Thư 0" in words_of(client.get(f"{OUTBOX}da-gui/"))

    def test_a_double_press_sends_once(self, specialist, commune, officer):
        letter = make.dispatch(to=[commune])
        client = signed_in(specialist)
        for _ in range(2):
            answer = client.post(reverse("notices:send"), {"thu": letter.pk, "once": "a" * 32}, follow=True)

        assert Notice.objects.count() == 1
        assert "không thực hiện lại" in messages_of(answer)[0]

    def test_one_that_went_meanwhile_is_answered_for(self, specialist, commune, officer):
        letter = make.dispatch("Thư báo", to=[commune])
        client = signed_in(specialist)
        client.post(reverse("notices:send"), {"thu": letter.pk})

        answer = client.post(reverse("notices:cancel"), {"thu": letter.pk, "note": "Thôi"}, follow=True)

        assert messages_of(answer)[-1] == "Không thể “Hủy thư” khi thư đang ở bước “Đã gửi”."

    def test_cancelling_wants_a_reason_which_stands_in_the_list(self, specialist, commune):
        letter = make.dispatch("Thư báo", to=[commune])
        client = signed_in(specialist)

        refused = client.post(reverse("notices:cancel"), {"thu": letter.pk, "note": " "}, follow=True)
        done = client.post(reverse("notices:cancel"), {"thu": letter.pk, "note": "Hội đồng họp lại"}, follow=True)

        assert messages_of(refused) == ["Cần ghi lý do hủy thư."]
        assert messages_of(done) == ["Đã hủy 1 thư; không ai nhận thư này."]
        assert "Hội đồng họp lại" in words_of(client.get(f"{OUTBOX}da-huy/"))

    def test_letters_of_other_units_are_neither_shown_nor_sent(self, commune):
        beside = make.unit("xã Bên Cạnh")
        make.member(Role.OFFICER, beside)
        letter = make.dispatch("Thư của xã bên", to=[beside], unit=beside)
        client = signed_in(make.member(Role.SPECIALIST, commune))

        assert client.post(reverse("notices:send"), {"thu": letter.pk}).status_code == 403
        assert client.post(reverse("notices:cancel"), {"thu": letter.pk, "note": "x"}).status_code == 403
        assert client.get(reverse("notices:dispatch", args=[letter.pk])).status_code == 404
        assert client.get(PREVIEW, {"dot": letter.pk}).status_code == 404
        assert client.get(PREVIEW, {"thu": letter.pk})["Location"] == OUTBOX
        assert "Thư của xã bên" not in words_of(client.get(OUTBOX))
        assert (Notice.objects.count(), Dispatch.objects.waiting().count()) == (0, 1)

    def test_a_whole_bundle_is_looked_over_at_once(self, specialist, commune, officer):
        first, *_ = [make.dispatch(f"Thư {n}", to=[commune], bundle="Quyết định số 15") for n in range(60)]
        make.dispatch("Thư lẻ", to=[commune])

        words = words_of(signed_in(specialist).get(PREVIEW, {"dot": first.pk}))

        assert "60 thư sẽ đi, đến 1 người" in words
        assert "Thư lẻ" not in words

    @pytest.mark.parametrize("junk", [{}, {"thu": "x"}, {"thu": "9" * 40}, {"thu": ["", "-1", "\x00"]}])
    def test_junk_chooses_nothing(self, specialist, commune, junk):
        make.dispatch(to=[commune])

        assert signed_in(specialist).get(PREVIEW, junk)["Location"] == OUTBOX
        assert signed_in(specialist).post(reverse("notices:send"), junk).status_code == 403

    def test_the_outbox_and_a_preview_cost_the_same_for_one_and_for_many(self, specialist):
        client, keys = signed_in(specialist), []

        def cost(number):
            for _ in range(number):
                place = make.unit()
                keys.append(make.dispatch(to=[place, make.member(Role.OFFICER, place)]).pk)
            return queries_of(client, OUTBOX), queries_of(client, PREVIEW, {"thu": keys})

        assert cost(1) == cost(2)


class TestMails:
    def test_an_administrator_sees_whom_it_did_not_reach_and_not_what_it_said(self, officer):
        tell([officer], "“Bà Sáu” chưa được công nhận")
        Mail.objects.create(
            notice=Notice.objects.get(), tries=6, gave_up_at=timezone.now(), trouble="Máy chủ thư từ chối thư."
        )
        client = signed_in(make.member(Role.ADMINISTRATOR, make.province()))

        words = words_of(client.get(reverse("notices:mails")))

        assert "Nguyễn Văn An" in words
        assert "Máy chủ thư từ chối thư." in words
        assert "Bà Sáu" not in words

    def test_it_says_where_mail_is_off(self, settings):
        settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
        client = signed_in(make.member(Role.ADMINISTRATOR, make.province()))

        assert "Máy chủ không gửi thư điện tử" in words_of(client.get(reverse("notices:mails")))

    def test_tried_anew_from_the_page_it_goes(self, officer, django_capture_on_commit_callbacks):
        accounts.set_mail(officer, by=officer, email="an@example.vn")
        tell([type(officer).objects.get(pk=officer.pk)], "Đã duyệt")
        Mail.objects.update(tries=6, gave_up_at=timezone.now())
        client = signed_in(make.member(Role.ADMINISTRATOR, make.province()))

        with django_capture_on_commit_callbacks(execute=True):
            client.post(reverse("notices:mails_again"))

        assert [message.to for message in sent.outbox] == [["an@example.vn"]]


class TestWhatGoes:
    def test_erasing_a_persons_values_takes_what_was_told_of_it_and_to_it(self, officer, specialist):
        administrator = make.member(Role.ADMINISTRATOR, make.province())
        exemplar = make.exemplar("Bà Sáu giúp người")
        tell([officer, specialist], "“Bà Sáu giúp người” được công nhận", about=about(exemplar))
        tell([officer], "Việc khác")
        facts = {"about_kind": "movement.exemplar", "about_pk": exemplar.pk, "about_name": str(exemplar)}
        waiting = make.dispatch("Mời Bà Sáu", **facts)
        ended = make.dispatch("Mời Bà Sáu", text="Bà Sáu", stage="sent", **facts)

        privacy.erase(exemplar, by=administrator, note="Theo đề nghị")

        assert list(Notice.objects.values_list("subject", flat=True)) == ["Việc khác"]
        waiting.refresh_from_db()
        ended.refresh_from_db()
        assert waiting.subject == "Mời Bà Sáu"
        assert (ended.subject, ended.text, ended.about_name) == ("(đã xóa theo yêu cầu)", "", "(đã xóa theo yêu cầu)")
        privacy.erase(officer, by=administrator, note="Theo đề nghị")
        assert Notice.objects.count() == 0

    def test_letters_over_their_term_go_and_the_trail_keeps_that(self, commune, capsys):
        now = timezone.now()
        old, waiting = make.dispatch("Cũ", stage="sent"), make.dispatch("Chờ")
        Dispatch.objects.update(stage_since=now - timedelta(days=sweeping.LETTER_DAYS + 1))
        make.dispatch("Vừa gửi", stage="sent")

        call_command("sweep_notices")

        assert "Đã xóa 0 thông báo, 1 thư." in capsys.readouterr().out
        assert sorted(Dispatch.objects.values_list("subject", flat=True)) == ["Chờ", "Vừa gửi"]
        event = Event.objects.get()
        assert (event.verb, event.subject_id, waiting.pk != old.pk) == ("dispatch.sweep", str(old.pk), True)

    def test_the_command_says_what_went(self, capsys):
        call_command("send_mails")

        assert "Đã gửi 0 thư điện tử, 0 thư chưa gửi được." in capsys.readouterr().out
