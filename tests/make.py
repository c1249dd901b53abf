"""One plain factory function a model, with dull defaults; a test names only what matters to it."""

from datetime import date, timedelta
from io import BytesIO
from itertools import count

import docx
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image
from pypdf import PdfWriter
from wagtail.rich_text import RichText

from kheo.accounts.models import Membership, User
from kheo.accounts.roles import Role
from kheo.documents import keeping
from kheo.documents.actions import issuing
from kheo.documents.models import NumberRegister, PaperRecord, PaperTemplate
from kheo.documents.paper import TYPE_CODES, Form, Paper, PaperKind, Paragraph, Signer
from kheo.movement.actions import evidence as actions_evidence
from kheo.movement.actions import guests
from kheo.movement.models import (
    Bearer,
    Campaign,
    Evidence,
    Exemplar,
    Field,
    GuestLink,
    GuestNote,
    Outcome,
    Registration,
    Round,
)
from kheo.notices.models import Dispatch, Notice, Recipient
from kheo.polls.models import Choice, Poll
from kheo.portal.models import ArticlePage, EventIndexPage, EventPage, Photo, SectionPage
from kheo.units.models import Kind, Level, Unit

_number = count(1)
PASSWORD = "Dân vận khéo 2026"


def unit(name="", *, under=None, level=Level.COMMUNE, kind=Kind.PARTY, **facts) -> Unit:
    """A unit; without `under` it hangs below the one province of the test."""
    name = name or f"xã Thử Nghiệm {next(_number)}"
    new = Unit(name=name, level=level, kind=kind, **facts)
    if level == Level.PROVINCE and under is None:
        return Unit.add_root(instance=new)
    parent = Unit.objects.get(pk=(under or province()).pk)  # treebeard wants a fresh parent
    return parent.add_child(instance=new)


def province(name="tỉnh Quảng Trị") -> Unit:
    found = Unit.objects.filter(level=Level.PROVINCE, name=name).first()
    return found or unit(name, level=Level.PROVINCE)


def user(username="", *, full_name="Nguyễn Văn An", **facts) -> User:
    """A person who can sign in with `PASSWORD`."""
    username = username or f"nguoi{next(_number)}"
    return User.objects.create_user(username, password=PASSWORD, full_name=full_name, **facts)


def membership(person, role, place, **facts) -> Membership:
    return Membership.objects.create(user=person, role=role, unit=place, **{"starts": date(2020, 1, 1), **facts})


def member(role: Role, place: Unit, **facts) -> User:
    """A new person who holds `role` in `place`."""
    person = user(**facts)
    membership(person, role, place)
    return person


def campaign(**facts) -> Campaign:
    defaults = {"name": "Dân vận khéo giai đoạn 2026-2030", "starts": date(2026, 1, 1)}
    return Campaign.objects.create(**{**defaults, "unit": facts.pop("unit", None) or province(), **facts})


def round(year=2026, **facts) -> Round:
    """A round that is open every day of its year and the next, so that tests do not depend on the calendar."""
    defaults = {
        "code": f"dvk-{year}-{next(_number)}",
        "name": f"Đợt thi đua năm {year}",
        "year": year,
        "opens_on": date(year - 1, 1, 1),
        "closes_on": date(2099, 12, 31),
    }
    return Round.objects.create(**{**defaults, "campaign": facts.pop("campaign", None) or campaign(), **facts})


def exemplar(name="", **facts) -> Exemplar:
    """A running practice of a commune, with all that filing asks for except its main outcome."""
    number = next(_number)
    place = facts.pop("unit", None) or unit()
    defaults = {
        "name": name or f"Hiến đất mở rộng đường thôn {number}",
        "code": f"THU-{number:06d}",
        "unit": place,
        "place": facts.pop("place", place),
        "bearer": Bearer.GROUP,
        "field": Field.CULTURE,
        "starts": date(2026, 1, 15),
    }
    return Exemplar.objects.create(**{**defaults, **facts})


def outcome(of: Exemplar, **facts) -> Outcome:
    """The main outcome of an exemplar: land given, target 900 m²."""
    defaults = {"name": "Đất hiến", "measure": "m²", "target": 900, "is_main": True}
    return Outcome.objects.create(exemplar=of, **{**defaults, **facts})


def registration(of: Exemplar | None = None, **facts) -> Registration:
    of = of or exemplar()
    return Registration.objects.create(exemplar=of, **{**facts, "round": facts.get("round") or round()})


def evidence(
    of: Exemplar, *, by: User | None = None, content: bytes | None = None, name="anh.jpg", **facts
) -> Evidence:
    """A photo of an exemplar, kept as the action keeps it; `by` is a new officer of its unit unless given."""
    by = by or member(Role.OFFICER, of.unit)
    return actions_evidence.add(of, BytesIO(content or picture()), name, by=by, **facts).evidence


def article(title="", *, section="tin-co-so", live=True, text="Bà con góp công.", **facts) -> ArticlePage:
    """A published article of one paragraph, as the newsroom publishes it."""
    page = ArticlePage(
        title=title or f"Chuyện ở thôn {next(_number)}",
        live=False,
        body=[("text", RichText(f"<p>{text}</p>"))],
        **{"author": "Lê Hoài An", **facts},
    )
    SectionPage.objects.get(slug=section).add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return ArticlePage.objects.get(pk=page.pk)


def event(title="", *, starts_at, live=True, **facts) -> EventPage:
    """A published event."""
    page = EventPage(title=title or f"Hội nghị {next(_number)}", starts_at=starts_at, live=False, **facts)
    EventIndexPage.objects.get().add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return EventPage.objects.get(pk=page.pk)


def photo(title="Đường hoa", **facts) -> Photo:
    """A photo of the portal that may be shown: described, nobody recognisable."""
    answers = {"description": "Con đường thôn có hoa hai bên", "shows_person": False}
    return Photo.objects.create(
        title=title, file=SimpleUploadedFile("anh.jpg", picture(), "image/jpeg"), **{**answers, **facts}
    )


def picture() -> bytes:
    """A small JPEG unlike any other made before."""
    out = BytesIO()
    Image.new("RGB", (40, 30), (180, 60, 40)).save(out, "JPEG", comment=f"{next(_number)}".encode())
    return out.getvalue()


def guest_link(of: Exemplar, *, by: User | None = None, **facts) -> GuestLink:
    """A 14-day link of an exemplar, asking for nothing but words and photos unless an outcome is given."""
    by = by or member(Role.OFFICER, of.unit)
    return guests.make_link(of, by=by, **{"for_whom": "trưởng thôn An Mô", **facts})


def guest_note(through: GuestLink, *, sentence="Đã rải xong 120 m đường", amount=None, photos=()) -> GuestNote:
    """What came through a link; `photos` are bytes."""
    files = [(BytesIO(content), "anh.jpg") for content in photos]
    return guests.send(through, sentence=sentence, amount=amount, photos=files)


def notice(to: User, subject="Hồ sơ cần bổ sung", **facts) -> Notice:
    """A notice that `to` has not read."""
    number = f"thử:{next(_number)}"
    return Notice.objects.create(user=to, subject=subject, **{"item": number, "key": number, **facts})


def dispatch(subject="Thư báo kết quả", *, to=(), **facts) -> Dispatch:
    """A letter that waits in the outbox for people or units `to`."""
    place = facts.pop("unit", None) or province()
    defaults = {"text": "Theo Quyết định số 15.", "key": f"thử:{next(_number)}"}
    made = Dispatch.objects.create(unit=place, subject=subject, **{**defaults, **facts})
    for one in to:
        Recipient.objects.create(dispatch=made, **({"unit": one} if isinstance(one, Unit) else {"user": one}))
    return made


def poll(question="", *, choices=("Có", "Không"), **facts) -> Poll:
    """A poll of everyone that has been open for a day and stays so for another; one choice a ballot."""
    now = timezone.now()
    defaults = {
        "question": question or f"Có nên mở thêm lớp {next(_number)}?",
        "opens_at": now - timedelta(days=1),
        "closes_at": now + timedelta(days=1),
        "stage": "published",
    }
    made = Poll.objects.create(**{**defaults, "unit": facts.pop("unit", None) or province(), **facts})
    Choice.objects.bulk_create(Choice(poll=made, text=text, place=place) for place, text in enumerate(choices, 1))
    return made


def closed_poll(question="", **facts) -> Poll:
    """A poll that closed yesterday."""
    now = timezone.now()
    return poll(question, **{"opens_at": now - timedelta(days=9), "closes_at": now - timedelta(days=1), **facts})


def paper(**facts) -> Paper:
    """A tờ trình of a commune's Party committee, its number and day blank."""
    defaults = {
        "kind": PaperKind.SUBMISSION,
        "form": Form.PARTY,
        "issuer": "Đảng ủy xã Ái Tử",
        "superior": "Tỉnh ủy Quảng Trị",
        "symbol": "ĐU",
        "place": "Ái Tử",
        "about": f"đề nghị công nhận mô hình đợt {next(_number)}",
        "body": (Paragraph("Kính đề nghị xem xét, công nhận."),),
        "signer": Signer("Bí thư", "Lê Quang Vinh", "T/M Ban Thường vụ"),
        "recipients": ("Như trên", "Lưu Đảng ủy"),
    }
    return Paper(**{**defaults, **facts})


def paper_record(*, unit: Unit | None = None, by: User | None = None, wants_confirmation=False, **facts) -> PaperRecord:
    """A draft; `facts` are the paper's."""
    said = paper(**facts)
    return PaperRecord.objects.create(
        unit=unit or _commune(), kind=said.kind, form=said.form, title=said.about, content=keeping.as_data(said),
        is_numbered=said.kind in TYPE_CODES, wants_confirmation=wants_confirmation, made_by=by or user(),
    )  # fmt: skip


def issued_paper(*, by: User | None = None, on=date(2026, 10, 9), number="05", scanned=True, **facts) -> PaperRecord:
    """A paper that was issued by hand, with its signed scan."""
    row = paper_record(**facts)
    by = by or member(Role.SPECIALIST, row.unit)
    row = issuing.issue(row, on=on, number=number, signer="Lê Quang Vinh", signer_title="Bí thư", by=by)
    return issuing.add_scan(row, BytesIO(scan()), "ban-ky.pdf", by=by) if scanned else row


def number_register(*, unit: Unit | None = None, form=Form.PARTY, **facts) -> NumberRegister:
    """A Party register of the term 2025 - 2030, each type of paper counted by itself."""
    place = unit or _commune()
    defaults = {"name": "Sổ văn bản đi", "starts": date(2025, 7, 1), "ends": date(2030, 6, 30), "by_type": True}
    facts = {**defaults, **facts, "made_by": facts.get("made_by") or user()}
    return NumberRegister.objects.create(unit=place, form=form, **facts)


def scan() -> bytes:
    """A one-page PDF, unlike any other made before."""
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.add_metadata({"/Title": f"Ban quet {next(_number)}"})
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def word_file(*lines: str) -> bytes:
    """A Word file of these paragraphs."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def paper_template(
    *, unit: Unit | None = None, by: User | None = None, kind="submission", form="party"
) -> PaperTemplate:
    """A template in use, of two fields."""
    place = unit or _commune()
    file = SimpleUploadedFile("mau.docx", word_file("{{ co_quan_ban_hanh }}", "{{ trich_yeu }}"))
    facts = {"unit": place, "kind": kind, "form": form, "uploaded_by": by or user()}
    return PaperTemplate.objects.create(name=file.name, file=file, size=file.size, sha256="0" * 64, **facts)


def _commune() -> Unit:
    """A new one, for factories whose own `unit` hides the function."""
    return unit()
