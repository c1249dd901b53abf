"""Who may open which page of the accounts room."""

from dataclasses import asdict

from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile

from kheo.accounts.actions import invitations
from kheo.accounts.importing import Row as Person
from kheo.accounts.models import User
from kheo.accounts.roles import Role as R
from kheo.accounts.views import people_import
from kheo.audit.models import record
from kheo.core.exports import Table, workbook
from tests import make

from .row import EVERYBODY, Row

CARERS = {R.UNIT_LEADER, R.HEAD, R.ADMINISTRATOR}


def person(commune):
    return {"pk": commune.colleague.pk}


def membership(commune):
    return {"pk": commune.membership.pk}


def made(cast, commune):
    """An invitation into a commune, made by somebody else there."""
    leader = make.member(R.UNIT_LEADER, commune.unit)
    return {"pk": invitations.invite(by=leader, unit=commune.unit, full_name="Mời", phone="", role=R.OFFICER).pk}


def of(builder):
    """Two builders, for the own and for the foreign commune."""
    return {
        "own": lambda cast: builder(cast.own),
        "foreign": lambda cast: builder(cast.foreign),
    }


def name(cast):
    return cast.own.colleague.full_name


PERSON = of(person)
MEMBERSHIP = of(membership)
NEW_ROLE = {"role": R.VIEWER, "title": "", "starts": "01/10/2026"}


def locked(commune):
    User.objects.filter(pk=commune.colleague.pk).update(is_active=False)
    return person(commune)


def told(commune):
    """An event about the membership of a colleague."""
    return {"number": record("membership.grant", commune.membership, by=None, personal={"full_name": "Tên"}).number}


def one_of(unit):
    """A row of a list of people, as the preview packs it."""
    return asdict(Person(2, "Trần Mới", "", unit.name, R.OFFICER, "", {}))


def list_of(unit):
    """A spreadsheet with one person."""
    return workbook(Table("Danh sách", ["Họ và tên", "Đơn vị", "Vai trò"], [["Trần Mới", unit.name, "Cán bộ đơn vị"]]))


def batch(cast):
    """A list of people that every carer of the own commune has read in, each their own."""
    for role in CARERS:
        one = {"full_name": "Trần Mới", "phone": "", "role": R.OFFICER, "batch": "lan-nhap"}
        invitations.invite(by=cast.people[role], unit=cast.own.unit, **one)
    return {"batch": "lan-nhap"}


def batch_beside(cast):
    leader = make.member(R.UNIT_LEADER, cast.foreign.unit)
    one = {"full_name": "Trần Mới", "phone": "", "role": R.OFFICER, "batch": "lan-nhap-ben"}
    invitations.invite(by=leader, unit=cast.foreign.unit, **one)
    return {"batch": "lan-nhap-ben"}


ROWS = [
    Row("accounts:me", EVERYBODY, sees=lambda cast: "Tài khoản của tôi"),
    Row("accounts:me_edit", EVERYBODY, sees=lambda cast: "Số điện thoại"),
    Row(
        "accounts:me_edit", EVERYBODY, method="POST", leaves="person.put_right",
        data=lambda cast: {"full_name": "Tên Mới", "phone": ""},
    ),
    Row("accounts:people", CARERS, sees=name),
    Row("accounts:invite", CARERS, sees=lambda cast: "Tạo liên kết mời"),
    Row(
        "accounts:invite", CARERS, method="POST", leaves="invitation.make",
        data=lambda cast: {"full_name": "Trần Mới", "phone": "", "unit": cast.own.unit.pk, "role": R.OFFICER},
    ),
    Row("accounts:person", CARERS, **PERSON, sees=name),
    Row("accounts:person_edit", CARERS, **PERSON, sees=name),
    Row(
        "accounts:person_edit", CARERS, **PERSON, method="POST", leaves="person.put_right",
        data=lambda cast: {"full_name": "Tên Khác", "phone": "0912345678"},
    ),
    Row(
        "accounts:person_disable", CARERS, **PERSON, method="POST", leaves="person.disable",
        data=lambda cast: {"note": "Chuyển công tác"},
    ),
    Row(
        "accounts:person_enable", CARERS, method="POST", leaves="person.enable",
        own=lambda cast: locked(cast.own), foreign=lambda cast: locked(cast.foreign),
    ),
    Row("accounts:person_let_back_in", CARERS, **PERSON, method="POST", leaves="person.let_back_in"),
    Row("accounts:person_rights", {R.ADMINISTRATOR}, **PERSON, sees=name),
    Row("accounts:membership_grant", CARERS, **PERSON, sees=name),
    Row(
        "accounts:membership_grant", CARERS, **PERSON, method="POST", leaves="membership.grant",
        data=lambda cast: {**NEW_ROLE, "unit": cast.own.unit.pk},
    ),
    Row("accounts:membership_change", CARERS, **MEMBERSHIP, sees=name),
    Row(
        "accounts:membership_change", CARERS, **MEMBERSHIP, method="POST", leaves="membership.grant",
        data=lambda cast: {"role": R.VIEWER, "title": "", "on": "01/10/2026"},
    ),
    Row("accounts:membership_end", CARERS, **MEMBERSHIP, sees=name),
    Row(
        "accounts:membership_end", CARERS, **MEMBERSHIP, method="POST", leaves="membership.end",
        data=lambda cast: {"on": "01/10/2026", "note": ""},
    ),
    Row("accounts:hand_over", CARERS, **MEMBERSHIP, sees=name),
    Row(
        "accounts:hand_over", CARERS, **MEMBERSHIP, method="POST", leaves="membership.end",
        data=lambda cast: {"to": cast.people[R.OFFICER].pk, "ends": "01/10/2026", "note": ""},
    ),
    Row(
        "accounts:invitation_withdraw", CARERS, method="POST", leaves="invitation.withdraw",
        own=lambda cast: made(cast, cast.own), foreign=lambda cast: made(cast, cast.foreign),
    ),
    Row(
        "accounts:invitation", CARERS, sees=lambda cast: "Liên kết cho Mời",
        own=lambda cast: made(cast, cast.own), foreign=lambda cast: made(cast, cast.foreign),
    ),
    Row(
        "accounts:audit_erase", {R.ADMINISTRATOR}, method="POST", leaves="audit.erase_personal",
        own=lambda cast: told(cast.own), foreign=lambda cast: told(cast.foreign),
        data=lambda cast: {"note": "Theo đơn số 1"},
    ),
    Row("accounts:people_import", CARERS, sees=lambda cast: "Đọc tệp"),
    Row(
        "accounts:people_import",
        CARERS,
        method="POST",
        data=lambda cast: {"file": SimpleUploadedFile("nguoi.xlsx", list_of(cast.own.unit))},
    ),
    Row(
        "accounts:people_import_run",
        CARERS,
        method="POST",
        leaves="invitation.make",
        data=lambda cast: {"packed": signing.dumps([one_of(cast.own.unit)], salt=people_import.SALT)},
    ),
    Row("accounts:people_import_sample", CARERS, sees=lambda cast: "PK"),
    Row("accounts:people_import_done", CARERS, own=batch, foreign=batch_beside, sees=lambda cast: "Trần Mới"),
    Row("accounts:people_import_links", CARERS, own=batch, foreign=batch_beside, sees=lambda cast: "PK"),
    Row("accounts:audit", {R.ADMINISTRATOR}, sees=lambda cast: "Nhật ký"),
]  # fmt: skip
