"""What the public sends is kept once, answered by its code, and reaches those it is for."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from kheo.accounts.roles import Role
from kheo.audit.models import Event, PersonalValue
from kheo.portal.actions import codes, letters
from kheo.portal.lifecycle.letter import LETTER_MOVES, LetterStage
from kheo.portal.models import LETTER_PERSONAL, Letter, LetterPhoto, Referral
from kheo.visits.models import Salt
from tests import make

from .posting import mark, post_feedback, post_suggestion, read_answer, sent

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def province(db):
    return make.province()


@pytest.fixture
def specialist(province):
    return make.member(Role.SPECIALIST, province)


def advance(client, letter, move, **data):
    return client.post(reverse("stories:letter_advance", args=[letter.pk, move]), data)


# Sending


def test_feedback_is_kept_and_its_code_is_shown(client, province):
    answer = post_feedback(client, "Mong có thêm thùng rác ở chợ.")

    letter = Letter.objects.get()
    assert (letter.text, letter.kind, letter.stage) == ("Mong có thêm thùng rác ở chợ.", "feedback", "received")
    assert letter.unit == province
    assert answer.context["code"] in answer.content.decode()
    assert letter.code == codes.digest(codes.read(answer.context["code"]))
    assert [(event.verb, event.by) for event in Event.objects.all()] == [("letter.send", None)]


def test_feedback_on_a_model_goes_to_the_commune_of_the_model(client):
    commune = make.unit("xã Ái Tử")
    shown = {"stage": "running", "published_at": timezone.now(), "published_by": make.user()}
    told = make.exemplar("Đường hoa", unit=commune, **shown)
    about = {"mo-hinh": told.pk}
    assert "Đường hoa" in client.get(reverse("portal:feedback", query=about)).content.decode()

    letter, _ = sent(client, about=about)

    assert (letter.exemplar, letter.unit, letter.place, letter.about) == (told, commune, commune, "Đường hoa")


def test_feedback_on_an_article_names_it(client):
    article = make.article("Chuyện ở thôn")

    letter, _ = sent(client, about={"bai": article.pk})

    assert (letter.article, letter.about) == (article, "Chuyện ở thôn")


def test_nothing_can_be_written_about_what_is_not_public(client):
    inside, draft = make.exemplar(stage="running"), make.article(live=False)

    asked = [{"mo-hinh": inside.pk}, {"bai": draft.pk}, {"mo-hinh": "9" * 30}, {"bai": "x"}]

    assert [post_feedback(client, about=about).status_code for about in asked] == [404] * 4
    assert Letter.objects.count() == 0


def test_place_is_found_by_its_old_name_and_an_unknown_one_is_said(client):
    commune = make.unit("xã Ái Tử", note="xã Triệu Ái, thị trấn Ái Tử")

    letter, _ = sent(client, place="trieu ai")
    answer = post_feedback(client, "Nội dung khác", place="Sao Hỏa")

    assert (letter.place, letter.unit) == (commune, commune)
    assert answer.status_code == 422
    assert "Không thấy xã, phường nào có tên này." in answer.content.decode()


def test_of_two_places_with_one_name_it_asks_which(client):
    make.unit("xã Hải Phú")
    make.unit("phường Hải Phú")

    assert "Có nhiều nơi mang tên này" in post_feedback(client, place="hải phú").content.decode()
    assert sent(client, place="xã Hải Phú")[0].place.name == "xã Hải Phú"


def test_sender_is_kept_only_with_consent(client):
    refused = post_feedback(client, sender_name="Lê Thị Hiền")
    letter, _ = sent(client, sender_name="Lê Thị Hiền", contact="0905 000 111", consent="on")

    assert "Xin đánh dấu đồng ý" in refused.content.decode()
    assert (letter.sender_name, letter.contact, letter.consented_at is not None) == (
        "Lê Thị Hiền",
        "0905 000 111",
        True,
    )
    assert Letter.objects.count() == 1
    assert 'name="consent" id="id_consent" checked' not in client.get("/gop-y/").content.decode()


def test_suggestion_is_kept_with_clean_photos(client):
    make.unit("xã Ái Tử")
    photo = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "nha ba Hien"
    Image.new("RGB", (60, 40), "green").save(photo, "JPEG", exif=exif)

    post_suggestion(client, "Tổ hòa giải thôn Hạ", photos=[photo.getvalue()])

    letter = Letter.objects.get()
    assert (letter.title, letter.kind, letter.about) == ("Tổ hòa giải thôn Hạ", "suggestion", "Tổ hòa giải thôn Hạ")
    with LetterPhoto.objects.get().file.open("rb") as file:
        assert b"nha ba Hien" not in file.read()


def test_suggestion_with_no_photo_of_a_photo_or_with_four_is_refused(client):
    make.unit("xã Ái Tử")

    document = post_suggestion(client, photos=[b"%PDF-1.4 gi day"])
    many = post_suggestion(client, photos=[make.picture() for _ in range(4)])

    assert [(answer.status_code, Letter.objects.count()) for answer in (document, many)] == [(422, 0)] * 2
    assert "Ở đây chỉ nhận ảnh" in document.content.decode()
    assert "nhiều nhất 3 ảnh" in many.content.decode()


@pytest.mark.parametrize("text", ["", "   ", "x" * 5001])
def test_empty_and_endless_texts_are_refused(client, text):
    assert (post_feedback(client, text).status_code, Letter.objects.count()) == (422, 0)


def test_forms_send_with_the_token_of_the_page_alone(province):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    assert client.post("/gop-y/", {"text": "x", "mark": mark()}).status_code == 403
    page = client.get("/gop-y/")
    token = str(page.context["csrf_token"])

    answer = client.post("/gop-y/", {"text": "Chợ bẩn", "mark": mark(), "csrfmiddlewaretoken": token})

    assert (answer.status_code, Letter.objects.count()) == (200, 1)
    assert "no-store" in page["Cache-Control"]


# The code


def test_whoever_has_the_code_reads_the_answer_however_it_is_typed(client):
    letter, code = sent(client)
    Letter.objects.filter(pk=letter.pk).update(answer="Xã sẽ làm trong quý này.")

    typed = [code, code.lower().replace("-", " "), code.replace("-", "")]

    assert ["Xã sẽ làm trong quý này." in read_answer(client, text) for text in typed] == [True] * 3


def test_every_slip_of_a_letter_and_every_swap_of_neighbours_is_told():
    code = codes.code_of("mot dau")
    slips = {
        code[:place] + other + code[place + 1 :]
        for place in range(codes.LENGTH)
        for other in codes.ALPHABET
        if other != code[place]
    }
    swaps = {code[:n] + code[n + 1] + code[n] + code[n + 2 :] for n in range(codes.LENGTH - 1)} - {code}

    assert codes.is_code(code)
    assert [wrong for wrong in slips | swaps if codes.is_code(wrong)] == []
    assert len(slips) == codes.LENGTH * (len(codes.ALPHABET) - 1)


def test_codes_do_not_follow_from_each_other_and_hold_no_look_alikes():
    given = {codes.code_of(f"dau {n}") for n in range(2000)}

    assert len(given) == 2000
    assert {len(code) for code in given} == {10}
    assert set("".join(given)) & set("ILO10") == set()


def test_a_wrong_code_shows_nothing(client):
    sent(client)
    stranger = codes.code_of("khong ai gui")

    assert "Không có thư nào mang mã này" in read_answer(client, stranger)
    assert "Mã này chép chưa đúng" in read_answer(client, "ABCDE-ABCDE")


def test_the_database_holds_no_code(client):
    _, code = sent(client)

    held = " ".join(str(value) for row in Letter.objects.values_list() for value in row)
    assert codes.read(code) not in held


# At work


def test_answer_is_read_by_the_sender(client, specialist):
    letter, code = sent(client)
    client.force_login(specialist)

    advance(client, letter, "answer", text="Cảm ơn bà con.")

    letter.refresh_from_db()
    assert (letter.stage, letter.answer, letter.answered_by) == ("answered", "Cảm ơn bà con.", specialist)
    client.logout()
    page = read_answer(client, code)
    assert "Đã trả lời" in page
    assert "Cảm ơn bà con." in page


def test_officers_of_the_unit_read_what_was_passed_on_but_not_who_sent_it(client, specialist):
    commune = make.unit("xã Ái Tử")
    officer = make.member(Role.OFFICER, commune)
    letter, code = sent(client, "Ông Ba làm đường", sender_name="Lê Hiền", contact="0905", consent="on")
    client.force_login(officer)
    assert client.get(reverse("stories:letter", args=[letter.pk])).status_code == 404

    client.force_login(specialist)
    advance(client, letter, "pass_on", to="ái tử")

    client.force_login(officer)
    page = client.get(reverse("stories:letter", args=[letter.pk])).content.decode()
    assert ("Ông Ba làm đường" in page, "Lê Hiền" in page, "0905" in page) == (True, False, False)
    assert "Góp ý: Góp ý chung" in client.get(reverse("stories:letters_of", args=["chuyen"])).content.decode()
    assert advance(client, letter, "answer", text="Tôi trả lời thay").status_code == 403
    client.logout()
    assert "Đã chuyển</b>: Xã Ái Tử" in read_answer(client, code)


def test_out_of_scope_tells_where_to_turn(client, specialist):
    letter, code = sent(client)
    referral = Referral.objects.create(name="Hộ tịch", text="Quầy số 3, Trung tâm phục vụ hành chính công")
    client.force_login(specialist)

    advance(client, letter, "put_aside", referral=referral.pk, text="Xin gửi đúng nơi.")

    client.logout()
    page = read_answer(client, code)
    assert "Không thuộc phạm vi" in page
    assert "Xin gửi đúng nơi." in page
    assert "Trung tâm phục vụ hành chính công" in page


@pytest.mark.parametrize("move", ["answer", "close", "put_aside", "pass_on"])
def test_a_move_without_its_words_changes_nothing(client, specialist, move):
    letter, _ = sent(client)
    client.force_login(specialist)

    assert advance(client, letter, move).status_code == 200
    letter.refresh_from_db()
    assert (letter.stage, Event.objects.filter(verb=f"letter.{move}").count()) == ("received", 0)


BUTTONS = {
    LetterStage.RECEIVED: "answer pass_on put_aside close restrict",
    LetterStage.PASSED: "answer pass_on put_aside close restrict",
    LetterStage.ANSWERED: "reopen restrict",
    LetterStage.OUT: "reopen restrict",
    LetterStage.CLOSED: "reopen restrict",
}


@pytest.mark.parametrize("stage", LetterStage)
def test_buttons_of_each_stage(client, specialist, stage):
    letter, _ = sent(client)
    Letter.objects.filter(pk=letter.pk).update(stage=stage)
    letter.refresh_from_db()

    assert " ".join(move.name for move in letters.open_moves(letter, specialist)) == BUTTONS[stage]


def test_every_move_is_called_in_words_on_the_trail():
    from kheo.portal.trail_words import VERBS

    assert [name for name in LETTER_MOVES if f"letter.{name}" not in VERBS] == []


def test_trail_keeps_neither_words_nor_persons(client, specialist):
    letter, _ = sent(client, "Ông Ba làm đường", sender_name="Lê Hiền", consent="on")
    letters.advance(letter, "answer", by=specialist, text="Cảm ơn bà Hiền")

    kept = " ".join(f"{event.note}{event.changes}" for event in Event.objects.all())
    assert [word for word in ("Ông Ba", "Hiền", "Cảm ơn") if word in kept] == []
    assert PersonalValue.objects.count() == 0


def test_list_costs_the_same_at_any_length(client, specialist, django_assert_max_num_queries):
    client.force_login(specialist)
    counts = set()
    for rows in (1, 3):
        while Letter.objects.count() < rows:
            sent(client, f"Thư số {Letter.objects.count()}")
        client.get(reverse("stories:letters"))
        with django_assert_max_num_queries(20) as counted:
            client.get(reverse("stories:letters"))
        counts.add(len(counted))

    assert len(counts) == 1


def test_samples_of_where_to_turn_are_marked_until_somebody_makes_them_true(client, specialist):
    facts = {"name": "Khiếu nại, tố cáo", "text": "Nơi tiếp công dân", "is_sample": True}
    row, _ = Referral.objects.update_or_create(for_complaints=True, defaults=facts)
    client.force_login(specialist)
    assert "mẫu" in client.get(reverse("stories:referrals")).content.decode()

    client.post(reverse("stories:referral_edit", args=[row.pk]), {"name": row.name, "text": "Số 1 Hùng Vương"})

    row.refresh_from_db()
    assert (row.text, row.is_sample, row.for_complaints) == ("Số 1 Hùng Vương", False, True)
    assert Event.objects.filter(verb="referral.change").count() == 1


# Its end


def test_personal_fields_are_erased_when_their_time_is_over(client, specialist):
    make.unit("xã Ái Tử")
    post_suggestion(client, photos=[make.picture()], sender_name="Lê Hiền", contact="0905", consent="on")
    letter = Letter.objects.get()
    path = letter.photos.get().file
    letters.advance(letter, "answer", by=specialist, text="Cảm ơn")
    ended = Letter.objects.get().stage_since

    early = letters.erase(at=ended + timedelta(days=letters.KEPT_DAYS - 1))
    sender_gone = letters.erase(at=ended + timedelta(days=letters.KEPT_DAYS + 1))

    letter.refresh_from_db()
    assert (early, sender_gone) == (0, 1)
    assert (letter.sender_name, letter.contact, letter.consented_at, letter.photos.count()) == ("", "", None, 0)
    assert (letter.text != "", letter.erased_at is not None, path.name) == (True, True, path.name)
    assert letters.erase(at=ended + timedelta(days=letters.WORDS_KEPT_DAYS + 1)) == 1
    letter.refresh_from_db()
    assert {name: getattr(letter, name) for name in LETTER_PERSONAL} == dict.fromkeys(LETTER_PERSONAL, "")


def test_every_free_text_of_a_letter_is_classed():
    free = {
        each.name
        for each in Letter._meta.get_fields()
        if each.get_internal_type() in ("CharField", "TextField") and not each.choices and each.name != "code"
    }

    assert free == set(LETTER_PERSONAL)
    assert set(LETTER_PERSONAL.values()) <= {"basic", "sensitive"}


def test_job_runs(capsys):
    call_command("erase_letters")

    assert capsys.readouterr().out == "Đã xóa dữ liệu của 0 thư, 0 câu trả lời.\n"
    assert Salt.objects.count() == 0
