"""Who may open which page over what the public sends. Complaints are in tests/portal/test_complaints.py."""

from datetime import date
from uuid import uuid4

from django.core.files.base import ContentFile
from django.utils import timezone

from kheo.accounts.models import Membership
from kheo.portal.actions.codes import code_of, digest
from kheo.portal.models import Letter, LetterPhoto, Referral, ResidentWord
from tests import make

from .row import REVIEWS, WRITES, Row

TEXT = "Mong có thêm thùng rác ở chợ"


def letter(commune, text=TEXT, **facts):
    code = digest(code_of(uuid4().hex))
    return Letter.objects.create(kind="feedback", code=code, text=text, unit=commune.unit, place=commune.unit, **facts)


def passed(commune):
    return letter(commune, stage="passed", passed_to=commune.unit)


def ended(commune):
    return letter(commune, stage="answered", answer="Cảm ơn bà con.")


def photo(commune):
    made = LetterPhoto(letter=letter(commune), sha256="0" * 64)
    made.file.save("anh.jpg", ContentFile(make.picture()))
    return made


def of(builder, **kwargs):
    """The keys of an object in the own and in the foreign commune."""
    return {
        "own": lambda cast: {"pk": builder(cast.own).pk, **kwargs},
        "foreign": lambda cast: {"pk": builder(cast.foreign).pk, **kwargs},
    }


def listed(builder):
    """One of each commune; the foreign one names what nobody here should read."""

    def query(cast):
        builder(cast.own)
        row = builder(cast.foreign)
        Letter.objects.filter(pk=row.pk).update(text=cast.foreign.exemplar.name)
        return {}

    return query


def doubted(cast):
    """A unit below the own commune, of which residents say that it is gone; and one of the commune beside."""
    shown = {"stage": "running", "published_at": timezone.now(), "published_by": make.user()}
    hamlet = make.unit("thôn Xuân", under=cast.own.unit, level="base", kind="hamlet")
    for exemplar in (make.exemplar("Cổng làng xanh", unit=hamlet, **shown), cast.foreign.exemplar):
        ResidentWord.objects.create(exemplar=exemplar, word="khong", browser=uuid4().hex)
    return {}


def at_the_top(cast):
    """Where to turn is written by whoever answers letters of the whole tree: here those of the own commune who do."""
    for role in REVIEWS:
        facts = {"user": cast.people[role], "role": role, "unit": make.province()}
        Membership.objects.get_or_create(**facts, defaults={"starts": date(2020, 1, 1)})
    return {}


def referral(cast):
    return {**at_the_top(cast), "pk": Referral.objects.create(name=f"Hộ tịch {uuid4().hex}", text="Quầy số 3").pk}


def no_referral(cast):
    return {"pk": Referral.objects.create(name=f"Đất đai {uuid4().hex}", text="Quầy số 4").pk}


def written(cast):
    return {"name": "Chứng thực", "text": "Quầy số 5, giờ hành chính"}


def text(cast):
    return TEXT


ROWS = [
    Row("stories:letters", WRITES, query=listed(passed), sees=lambda cast: "Góp ý"),
    Row("stories:letters_of", WRITES, own=lambda cast: {"which": "chuyen"}, foreign=lambda cast: {"which": "han-che"},
        query=listed(passed), sees=text),
    Row("stories:letter", WRITES, **of(passed), sees=text),
    Row("stories:letter", REVIEWS, **of(letter), sees=text),
    Row("stories:letter_photo", REVIEWS, **of(photo), sees=lambda cast: ""),
    Row("stories:letter_advance", REVIEWS, **of(letter, move="answer"), method="POST", leaves="letter.answer",
        data=lambda cast: {"text": "Cảm ơn bà con."}),
    Row("stories:letter_advance", REVIEWS, **of(letter, move="pass_on"), method="POST", leaves="letter.pass_on",
        data=lambda cast: {"to": cast.own.unit.name}),
    Row("stories:letter_advance", REVIEWS, **of(letter, move="put_aside"), method="POST", leaves="letter.put_aside",
        data=lambda cast: {"text": "Xin hỏi công an xã."}),
    Row("stories:letter_advance", REVIEWS, **of(letter, move="close"), method="POST", leaves="letter.close",
        data=lambda cast: {"text": "Thư trùng."}),
    Row("stories:letter_advance", REVIEWS, **of(ended, move="reopen"), method="POST", leaves="letter.reopen"),
    Row("stories:letter_advance", REVIEWS, **of(letter, move="restrict"), method="POST", leaves="letter.restrict"),
    Row("stories:referrals", REVIEWS, own=at_the_top, sees=lambda cast: "Nơi tiếp nhận"),
    Row("stories:referral_new", REVIEWS, own=at_the_top, sees=lambda cast: "Việc gì"),
    Row("stories:referral_new", REVIEWS, own=at_the_top, method="POST", data=written, leaves="referral.add"),
    # The foreign one: the same page for those who hold nothing above their commune.
    Row("stories:referral_edit", REVIEWS, own=referral, foreign=no_referral, sees=lambda cast: "Quầy số 3"),
    Row("stories:referral_edit", REVIEWS, own=referral, foreign=no_referral, method="POST", data=written,
        leaves="referral.change"),
    Row("stories:voices", REVIEWS, query=doubted, sees=lambda cast: "Cổng làng xanh"),
]  # fmt: skip
