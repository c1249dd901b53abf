"""Certificates: the codes that prove on paper what was recognised or awarded."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission
from kheo.appraisal import seals
from kheo.appraisal.models.award import Commendation
from kheo.movement.models import Exemplar, Recognition

Thing = Recognition | Commendation


def holder_of(thing: Thing) -> str:
    """The name that stands on the paper: of the model or example, or of whom an award goes to."""
    return thing.exemplar.name if isinstance(thing, Recognition) else thing.recipient


def digest_of(thing: Thing, holder: str) -> bytes:
    """What stands for the printed facts of a thing."""
    what = thing.year if isinstance(thing, Recognition) else f"{thing.form_id}\x1e{thing.achievement}"
    return seals.digest_of(thing.level, what, thing.issuer, thing.decision_no, thing.decided_on, holder)


class CertificateQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those that this person may print: by the body that gave the thing, or the unit that holds it."""
        may = Q(pk__in=[])
        for path in ("recognition__unit", "recognition__exemplar__unit", "commendation__unit"):
            may |= units_where(user, Permission.CERTIFICATE_PRINT, path)
        return self.filter(may)

    def with_facts(self):
        return self.select_related("recognition__exemplar__unit", "commendation__exemplar__unit", "commendation__form")


class Certificate(models.Model):
    """The code on a certificate: signed with Ed25519, checked by anyone at /xac-minh/<mã>/ (decision 0032).

    `holder` is the name that was printed; it is signed with the facts, so that neither changes unseen.
    """

    recognition = models.OneToOneField(Recognition, models.PROTECT, null=True, blank=True, related_name="certificate")
    commendation = models.OneToOneField(Commendation, models.PROTECT, null=True, blank=True, related_name="certificate")
    code = models.CharField("mã xác minh", max_length=200, unique=True)
    short = models.CharField("số tra cứu", max_length=20, unique=True)
    key_name = models.CharField("khóa ký", max_length=40)
    holder = models.CharField("cấp cho", max_length=500)
    issued_at = models.DateTimeField(default=timezone.now)
    issued_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = "giấy chứng nhận"
        constraints = [
            models.CheckConstraint(
                condition=Q(recognition__isnull=False, commendation=None)
                | Q(recognition=None, commendation__isnull=False),
                name="certificate_of_one_thing",
            )
        ]

    def __str__(self):
        return f"giấy chứng nhận {self.short}"

    @property
    def thing(self) -> Thing:
        return self.recognition or self.commendation

    @property
    def claim(self) -> seals.Claim:
        """What its code must say for what is kept today."""
        kind = seals.Kind.RECOGNITION if self.recognition_id else seals.Kind.COMMENDATION
        return seals.Claim(kind, self.thing.pk, digest_of(self.thing, self.holder))

    @property
    def exemplar(self) -> Exemplar:
        return self.thing.exemplar

    @property
    def shows_holder(self) -> bool:
        """May its page name whom it honours: a collective, or a person who agrees to be named (one query)."""
        if self.exemplar.bearer == "group" and (self.commendation is None or self.commendation.bearer == "group"):
            return True
        return self.exemplar.consents.filter(withdrawn_on=None, covers_name=True).exists()
