"""Who may open which page of evidence and of the 14-day link."""

from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from kheo.accounts.roles import Role as R
from kheo.movement.actions import photos, uploads
from kheo.movement.models import Evidence
from tests import make

from .row import REVIEWS, SEES, WRITES, Row


def of(builder):
    """Two builders, for the own and for the foreign commune."""
    return {"own": lambda cast: builder(cast.own), "foreign": lambda cast: builder(cast.foreign)}


def officer(commune):
    return make.member(R.OFFICER, commune.unit)


def photo(commune) -> Evidence:
    return make.evidence(commune.exemplar, by=officer(commune), caption="Ảnh của xã")


def answered(commune) -> Evidence:
    kept = photo(commune)
    return photos.answer(kept, by=kept.by, shows_person=False, consented=False, shows_child=False)


def public(commune) -> Evidence:
    kept = answered(commune)
    return photos.show(kept, by=make.member(R.SPECIALIST, commune.unit))


def piece(commune, by):
    upload = uploads.begin(commune.exemplar, uuid4(), name="a.jpg", size=9, by=by)
    return {"pk": commune.exemplar.pk, "upload": upload.pk}


def note(commune):
    link = make.guest_link(commune.exemplar, by=officer(commune))
    return make.guest_note(link, photos=[make.picture()])


EXEMPLAR = of(lambda commune: {"pk": commune.exemplar.pk})
PHOTO = of(lambda commune: {"pk": photo(commune).pk})
ANSWERED = of(lambda commune: {"pk": answered(commune).pk})
PUBLIC = of(lambda commune: {"pk": public(commune).pk})
LINK = of(lambda commune: {"pk": make.guest_link(commune.exemplar, by=officer(commune)).pk})
NOTE = of(lambda commune: {"pk": note(commune).pk})
GUEST_PHOTO = of(lambda commune: {"pk": note(commune).photos.get().pk})


def file_of(variant):
    return of(lambda commune: {"pk": photo(commune).pk, "variant": variant})


def name(cast):
    return cast.own.exemplar.name


def bytes_only(cast):
    return ""


ROWS = [
    Row("movement:evidence_list", SEES, **EXEMPLAR, sees=name),
    Row(
        "movement:evidence_add", WRITES, **EXEMPLAR, method="POST", leaves="evidence.add",
        data=lambda cast: {"files_file": SimpleUploadedFile("a.jpg", make.picture())},
    ),
    Row("movement:evidence_detail", SEES, **PHOTO, sees=lambda cast: "Ảnh của xã"),
    Row(
        "movement:evidence_detail", WRITES, **PHOTO, method="POST", leaves="evidence.write",
        data=lambda cast: {"caption": "Chú thích khác"},
    ),
    Row(
        "movement:evidence_remove", WRITES, **PHOTO, method="POST", leaves="evidence.remove",
        data=lambda cast: {"note": "Gửi nhầm"},
    ),
    Row("movement:evidence_file", SEES, **file_of("sach"), sees=bytes_only),
    Row("movement:evidence_file", SEES, **file_of("nho"), sees=bytes_only),
    Row("movement:evidence_file", WRITES, **file_of("goc"), sees=bytes_only),
    Row(
        "movement:evidence_people", WRITES, **PHOTO, method="POST", leaves="evidence.answer",
        data=lambda cast: {"shows_person": "no"},
    ),
    Row("movement:evidence_blur", WRITES, **PHOTO, sees=lambda cast: "Hàng 5, cột 5"),
    Row(
        "movement:evidence_blur", WRITES, **PHOTO, method="POST", leaves="evidence.blur",
        data=lambda cast: {"grid": "5", "cell": ["7"]},
    ),
    Row("movement:evidence_unblur", WRITES, **PHOTO, method="POST", leaves="evidence.unblur"),
    Row("movement:evidence_show", REVIEWS, **ANSWERED, method="POST", leaves="evidence.show"),
    Row("movement:evidence_hide", WRITES, **PUBLIC, method="POST", leaves="evidence.hide"),
    Row(
        "movement:upload_open", WRITES, **EXEMPLAR, method="POST", is_json=True, answers=(201,),
        data=lambda cast: {"id": str(uuid4()), "name": "a.jpg", "size": 9},
    ),
    # Only whoever began an upload goes on with it: here the officer.
    Row(
        "movement:upload_piece", {R.OFFICER}, method="HEAD",
        own=lambda cast: piece(cast.own, cast.people[R.OFFICER]),
        foreign=lambda cast: piece(cast.foreign, officer(cast.foreign)),
    ),
    Row("movement:guest_link_list", WRITES, **EXEMPLAR, sees=name),
    Row(
        "movement:guest_link_list", WRITES, **EXEMPLAR, method="POST", leaves="guest_link.make",
        data=lambda cast: {"for_whom": "trưởng thôn"},
    ),
    Row("movement:guest_link_detail", WRITES, **LINK, sees=name),
    Row("movement:guest_link_close", WRITES, **LINK, method="POST", leaves="guest_link.close"),
    Row("movement:guest_note_accept", WRITES, **NOTE, method="POST", leaves="guest_note.accept"),
    Row(
        "movement:guest_note_decline", WRITES, **NOTE, method="POST", leaves="guest_note.decline",
        data=lambda cast: {"note": "Ảnh thôn khác"},
    ),
    Row("movement:guest_photo", WRITES, **GUEST_PHOTO, sees=bytes_only),
]  # fmt: skip
