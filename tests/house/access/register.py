"""Who may open which page of the register: files, registrations, moves, progress, standing, settings."""

from datetime import date
from decimal import Decimal
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfWriter

from kheo.accounts.roles import Role as R
from kheo.movement.actions import consents, contributions, directives, exemplars, progress, recognitions
from kheo.movement.models import Directive, Exemplar, PriorityArea, Theme
from tests import make

from .row import EVERYBODY, REVIEWS, SEES, WRITES, Row

LEADS = {R.UNIT_LEADER, R.SPECIALIST, R.HEAD}
GUIDES = {*WRITES, R.STANDING}
NOT_THERE = 10**9  # themes and directives belong to no unit: what one may not open is what is not there


def of(builder):
    """Two builders, for the own and for the foreign commune."""
    return {"own": lambda cast: builder(cast.own), "foreign": lambda cast: builder(cast.foreign)}


def name(cast):
    return cast.own.exemplar.name


def above():
    """Somebody who may write in either commune."""
    return make.member(R.SPECIALIST, make.province())


def running(commune):
    Exemplar.objects.filter(pk=commune.exemplar.pk).update(stage="running")
    return {"pk": commune.exemplar.pk}


def note_of(commune):
    return {"pk": commune.exemplar.pk, "note": progress.write(commune.exemplar, by=above(), note="Họp dân.").pk}


def gift_of(commune):
    row = contributions.enter(commune.exemplar, by=above(), kind="money", amount=Decimal(1))
    return {"pk": commune.exemplar.pk, "row": row.pk}


def recognition_of(commune):
    facts = {"level": "commune", "issuer": "Đảng ủy", "decided_on": date(2026, 3, 1)}
    given = commune.exemplar.recognitions.first()
    return {"pk": (given or recognitions.enter(commune.exemplar, by=above(), **facts)).pk}


def consent_of(commune):
    given = consents.give(commune.exemplar, by=above(), person="Bà Sáu", how="phiếu ký", covers_name=True)
    return {"pk": commune.exemplar.pk, "consent": given.pk}


def published(commune):
    running(commune)
    exemplars.publish(commune.exemplar, by=above())
    return {"pk": commune.exemplar.pk}


def filled(cast, place):
    """The form of a file, as a browser sends it."""
    rows = {f"{prefix}-{name}": "0" for prefix in ("others", "forces") for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    return {**rows, "name": "Đường mới", "unit": place.unit.pk, "round": cast.round.pk, "nature": "lasting"}


def last_year(cast):
    """A model of the own commune that was listed last year, and one of the commune beside."""
    for commune in (cast.own, cast.foreign):
        make.registration(commune.exemplar, round=make.round(cast.round.year - 1), stage="listed")
    return {}


def round_of(commune):
    return {"pk": make.round(campaign=make.campaign(unit=commune.unit)).pk}


def campaign_of(commune):
    return {"pk": make.campaign(unit=commune.unit).pk}


def area_of(commune):
    tagged, _ = PriorityArea.objects.get_or_create(unit=commune.unit, kind="hard", starts=date(2026, 1, 1))
    return {"pk": tagged.pk}


def theme():
    return Theme.objects.get_or_create(name="Nông thôn mới")[0].pk


def directive():
    return Directive.objects.create(kind="Nghị quyết", number="25-NQ/TW", issuer="Trung ương", title="Dân vận").pk


def pdf():
    """A PDF of one empty page."""
    out = BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(out)
    return out.getvalue()


def directive_file():
    row = Directive.objects.get(pk=directive())
    kept = directives.add_file(row, BytesIO(pdf()), "cong-van.pdf", by=make.member(R.SPECIALIST, make.unit()))
    return {"pk": row.pk, "file": kept.pk}


def global_one(builder):
    return {"own": lambda cast: {"pk": builder()}, "foreign": lambda cast: {"pk": NOT_THERE}}


EXEMPLAR = of(running)
FILED = of(lambda commune: {"pk": commune.filed.pk})
DRAFTED = of(lambda commune: {"pk": commune.registration.pk})
LISTING = of(lambda commune: {"pk": commune.filed.pk, "move": "list"})
PAUSING = of(lambda commune: running(commune) | {"move": "pause"})
NOTE, GIFT, DECISION, CONSENT = of(note_of), of(gift_of), of(recognition_of), of(consent_of)
NO_TARGETS = {"targets-TOTAL_FORMS": "0", "targets-INITIAL_FORMS": "0"}
DRAFT = {
    "own": lambda cast: {"form": "file", "about": "moi"},
    "foreign": lambda cast: {"form": "not-a-form", "about": "moi"},  # drafts are one's own: there is no other's
}
ROUND = {
    "name": "Đợt 2027", "code": "dvk-2027", "year": "2027", "opens_on": "01/01/2027", "closes_on": "31/03/2027",
    "review_days": "5", "mend_days": "7",
}  # fmt: skip
CAMPAIGN = {"name": "Giai đoạn 2026-2030", "starts": "01/01/2026", "ends": ""}
AREA = {"kind": "project", "starts": "01/01/2026", "ends": ""}
DIRECTIVE = {"kind": "Chỉ thị", "number": "05-CT/TW", "issuer": "Trung ương", "title": "Học tập", **NO_TARGETS}

ROWS = [
    # what one keeps at one's own desk: anybody signed in
    Row("movement:draft_save", EVERYBODY, method="POST", **DRAFT, data=lambda cast: {"name": "Đường"}),
    Row("movement:draft_discard", EVERYBODY, method="POST", **DRAFT),
    # files and registrations
    Row("movement:registration_new", WRITES, sees=lambda cast: "Sáu điều cần có"),
    Row(
        "movement:registration_new", WRITES, method="POST", leaves="registration.draft",
        data=lambda cast: filled(cast, cast.own),
    ),
    Row("movement:registration_detail", SEES, **FILED, sees=lambda cast: cast.own.filed.exemplar.name),
    Row("movement:registration_advance", REVIEWS, **LISTING, method="POST", leaves="registration.list"),
    Row("movement:registration_ready", WRITES, **DRAFTED, method="POST", leaves="registration.mark_ready"),
    Row("movement:renewal", WRITES, query=last_year, sees=name),
    Row(  # a leader's is filed at once, an officer's waits for the leader: two last events
        "movement:renewal", WRITES, method="POST",
        data=lambda cast: last_year(cast) | {f"answer-{cast.own.exemplar.pk}": "continue"},
    ),
    Row("movement:renewal_done", WRITES, sees=lambda cast: "Chưa gửi lượt nào"),
    Row("movement:exemplar_detail", SEES, **EXEMPLAR, sees=name),
    Row("movement:registration_open", WRITES, **EXEMPLAR, method="POST", leaves="registration.draft"),
    Row("movement:exemplar_edit", WRITES, **EXEMPLAR, sees=name),
    Row(
        "movement:exemplar_edit", WRITES, **EXEMPLAR, method="POST", leaves="exemplar.write",
        data=lambda cast: filled(cast, cast.own) | {"main-pk": cast.own.outcome.pk, "main-name": "Đất hiến",
                                                    "main-measure": "m²", "main-target": "900"},
    ),
    Row(
        "movement:exemplar_advance", LEADS, **PAUSING, method="POST", leaves="exemplar.pause",
        data=lambda cast: {"note": "Mưa lũ"},
    ),
    Row("movement:exemplar_merge", REVIEWS, **EXEMPLAR, sees=name),
    Row("movement:exemplar_publish", REVIEWS, **EXEMPLAR, method="POST", leaves="exemplar.publish"),
    Row(
        "movement:exemplar_withdraw", REVIEWS, **of(published), method="POST", leaves="exemplar.withdraw",
        data=lambda cast: {"note": "Rà soát"},
    ),
    # progress, ledger, guidance
    Row("movement:progress_new", WRITES, **EXEMPLAR, sees=name),
    Row(
        "movement:progress_new", WRITES, **EXEMPLAR, method="POST", leaves="progress.write",
        data=lambda cast: {"on": "01/11/2026", "note": "Họp dân."},
    ),
    Row("movement:progress_edit", WRITES, **NOTE, sees=name),
    Row(
        "movement:progress_edit", WRITES, **NOTE, method="POST", leaves="progress.correct",
        data=lambda cast: {"on": "01/11/2026", "note": "Họp dân lần hai."},
    ),
    Row(
        "movement:progress_remove", WRITES, **NOTE, method="POST", leaves="progress.remove",
        data=lambda cast: {"note": "Ghi nhầm"},
    ),
    Row("movement:contribution_new", WRITES, **EXEMPLAR, sees=name),
    Row(
        "movement:contribution_new", WRITES, **EXEMPLAR, method="POST", leaves="contribution.enter",
        data=lambda cast: {"kind": "land", "amount": "1.000", "on": "01/11/2026"},
    ),
    Row("movement:contribution_remove", WRITES, **GIFT, method="POST", leaves="contribution.remove"),
    Row(
        "movement:guidance_say", GUIDES, **EXEMPLAR, method="POST", leaves="guidance.say",
        data=lambda cast: {"text": "Đề nghị chụp ảnh."},
    ),
    # standing
    Row("movement:recognition_new", REVIEWS, **EXEMPLAR, sees=name),
    Row(
        "movement:recognition_new", REVIEWS, **EXEMPLAR, method="POST", leaves="recognition.enter",
        data=lambda cast: {"level": "commune", "issuer": "Đảng ủy xã", "decided_on": "01/10/2026"},
    ),
    Row("movement:recognition_annul", REVIEWS, **DECISION, sees=name),
    Row(
        "movement:recognition_annul", REVIEWS, **DECISION, method="POST", leaves="recognition.annul",
        data=lambda cast: {"decision": "9-QĐ/ĐU", "on": "01/10/2026"},
    ),
    Row(
        "movement:verification_new", WRITES, **EXEMPLAR, method="POST", leaves="exemplar.verify",
        data=lambda cast: {"verdict": "effective"},
    ),
    Row("movement:consent_new", WRITES, **EXEMPLAR, sees=name),
    Row(
        "movement:consent_new", WRITES, **EXEMPLAR, method="POST", leaves="consent.give",
        data=lambda cast: {"person": "Bà Sáu", "covers_name": "on", "how": "phiếu ký", "given_on": "01/10/2026"},
    ),
    Row("movement:consent_take_back", WRITES, **CONSENT, method="POST", leaves="consent.take_back"),
    # settings of the movement
    Row("movement:settings", REVIEWS, sees=lambda cast: "Thêm đợt"),
    Row("movement:round_list", REVIEWS, sees=lambda cast: "Thêm đợt"),
    Row("movement:round_new", REVIEWS, sees=lambda cast: "Mã đợt"),
    Row(
        "movement:round_new", REVIEWS, method="POST", leaves="round.add",
        data=lambda cast: ROUND | {"campaign": campaign_of(cast.own)["pk"]},
    ),
    Row("movement:round_edit", REVIEWS, **of(round_of), sees=lambda cast: "Đợt thi đua năm 2026"),
    Row(
        "movement:round_edit", REVIEWS, **of(round_of), method="POST", leaves="round.change",
        data=lambda cast: ROUND | {"campaign": campaign_of(cast.own)["pk"]},
    ),
    Row("movement:campaign_list", REVIEWS, sees=lambda cast: "Thêm phong trào"),
    Row("movement:campaign_new", REVIEWS, sees=lambda cast: "Đơn vị phát động"),
    Row(
        "movement:campaign_new", REVIEWS, method="POST", leaves="campaign.add",
        data=lambda cast: CAMPAIGN | {"unit": cast.own.unit.pk},
    ),
    Row("movement:campaign_edit", REVIEWS, **of(campaign_of), sees=lambda cast: "Dân vận khéo giai đoạn 2026-2030"),
    Row(
        "movement:campaign_edit", REVIEWS, **of(campaign_of), method="POST", leaves="campaign.change",
        data=lambda cast: CAMPAIGN | {"unit": cast.own.unit.pk},
    ),
    Row("movement:theme_list", REVIEWS, sees=lambda cast: "Thêm chủ đề"),
    Row("movement:theme_new", REVIEWS, sees=lambda cast: "Thêm chủ đề"),
    Row("movement:theme_new", REVIEWS, method="POST", leaves="theme.add", data=lambda cast: {"name": "Môi trường"}),
    Row("movement:theme_edit", REVIEWS, **global_one(theme), sees=lambda cast: "Nông thôn mới"),
    Row(
        "movement:theme_edit", REVIEWS, **global_one(theme), method="POST", leaves="theme.change",
        data=lambda cast: {"name": "Môi trường"},
    ),
    Row("movement:directive_list", REVIEWS, sees=lambda cast: "Thêm văn bản"),
    Row("movement:directive_new", REVIEWS, sees=lambda cast: "Cơ quan ban hành"),
    Row("movement:directive_new", REVIEWS, method="POST", leaves="directive.add", data=lambda cast: DIRECTIVE),
    Row("movement:directive_edit", REVIEWS, **global_one(directive), sees=lambda cast: "25-NQ/TW"),
    Row(
        "movement:directive_edit", REVIEWS, **global_one(directive), method="POST", leaves="directive.change",
        data=lambda cast: DIRECTIVE,
    ),
    Row(
        "movement:directive_file_add", REVIEWS, **global_one(directive), method="POST", leaves="directive.file_add",
        data=lambda cast: {"file": SimpleUploadedFile("cong-van.pdf", pdf())},
    ),
    Row(
        "movement:directive_file_remove", REVIEWS, method="POST", leaves="directive.file_remove",
        own=lambda cast: directive_file(), foreign=lambda cast: {"pk": NOT_THERE, "file": NOT_THERE},
    ),
    Row("movement:priority_list", REVIEWS, sees=lambda cast: "Thêm địa bàn"),
    Row("movement:priority_new", REVIEWS, sees=lambda cast: "Loại địa bàn"),
    Row(
        "movement:priority_new", REVIEWS, method="POST", leaves="priorityarea.add",
        data=lambda cast: AREA | {"unit": cast.own.unit.pk},
    ),
    Row("movement:priority_edit", REVIEWS, **of(area_of), sees=lambda cast: cast.own.unit.name),
    Row(
        "movement:priority_edit", REVIEWS, **of(area_of), method="POST", leaves="priorityarea.change",
        data=lambda cast: AREA | {"unit": cast.own.unit.pk},
    ),
]  # fmt: skip
