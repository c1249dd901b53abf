"""Who may open which page over notices, the outbox and mail."""

from django.utils import timezone

from kheo.accounts.roles import Role as R
from kheo.notices.models import Mail
from tests import make

from .row import EVERYBODY, REVIEWS, Row

SUBJECT = "“Tuyến đường hoa thôn Xuân” được công nhận"


def of(builder, **kwargs):
    """The keys of a letter of the own and of the foreign commune."""
    return {
        "own": lambda cast: {"pk": builder(cast.own).pk, **kwargs},
        "foreign": lambda cast: {"pk": builder(cast.foreign).pk, **kwargs},
    }


def told(cast):
    """Everybody has something to read, of two things; the list draws it whole."""
    for person in cast.people.values():
        for subject in (SUBJECT, "Hồ sơ cần bổ sung"):
            make.notice(person, subject, text="Một câu.", link="/lam-viec/", about_name="Tuyến đường hoa")
    return {}


def waiting(commune):
    return make.dispatch(SUBJECT, to=[commune.colleague], unit=commune.unit)


def ticked(cast):
    """A letter of each commune; what is told of must be the own one alone."""
    make.dispatch(f"Báo riêng {cast.foreign.exemplar.name}", to=[cast.foreign.unit], unit=cast.foreign.unit)
    return {"thu": str(waiting(cast.own).pk)}


def ended(stage):
    def made(cast):
        for commune in (cast.own, cast.foreign):
            subject = SUBJECT if commune == cast.own else f"Báo riêng {commune.exemplar.name}"
            make.dispatch(subject, unit=commune.unit, stage=stage, reason="Sai số quyết định")
        return {}

    return made


def failed(cast):
    notice = make.notice(cast.own.colleague, SUBJECT)
    Mail.objects.create(notice=notice, tries=6, gave_up_at=timezone.now(), trouble="Không nối được tới máy chủ thư.")
    return {}


ROWS = [
    Row("notices:list", EVERYBODY, query=told, sees=lambda cast: "Chưa đọc"),
    Row("notices:all", EVERYBODY, query=told, sees=lambda cast: "Tất cả"),
    Row("notices:read_all", EVERYBODY, method="POST", data=lambda cast: {"up_to": "1"}),
    Row("notices:ways", EVERYBODY, sees=lambda cast: "Địa chỉ thư điện tử"),
    Row(
        "notices:ways", EVERYBODY, method="POST", data=lambda cast: {"email": "an@quangtri.example.vn"},
        leaves="person.set_mail",
    ),
    Row("notices:outbox", REVIEWS, query=ticked, sees=lambda cast: SUBJECT),
    Row("notices:outbox_sent", REVIEWS, query=ended("sent"), sees=lambda cast: SUBJECT),
    Row("notices:outbox_cancelled", REVIEWS, query=ended("cancelled"), sees=lambda cast: "Sai số quyết định"),
    Row("notices:preview", REVIEWS, query=ticked, sees=lambda cast: cast.own.colleague.full_name),
    Row("notices:send", REVIEWS, method="POST", data=ticked, leaves="dispatch.send"),
    Row(
        "notices:cancel", REVIEWS, method="POST", leaves="dispatch.cancel",
        data=lambda cast: {**ticked(cast), "note": "Hội đồng họp lại"},
    ),
    Row("notices:dispatch", REVIEWS, **of(waiting), sees=lambda cast: SUBJECT),
    Row("notices:mails", {R.ADMINISTRATOR}, query=failed, sees=lambda cast: "Không nối được tới máy chủ thư."),
    Row(
        "notices:mails_again", {R.ADMINISTRATOR}, method="POST", data=failed, leaves="mail.try_again",
    ),
]  # fmt: skip
