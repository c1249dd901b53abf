"""Number registers (sổ văn bản): who took which number, one line counted on under a lock."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission
from kheo.core.vietnamese import format_date
from kheo.documents.models.record import PaperRecord
from kheo.documents.paper import TYPE_CODES, Form
from kheo.units.models import Unit

WHOLE_TERM = 0  # the year of a counter that runs on through a whole term
ALL_TYPES = ""
CODES = {code: code for code in dict.fromkeys(TYPE_CODES.values())}


class RegisterQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(units_where(user, Permission.PAPER_VIEW))

    def on(self, day: date):
        """Registers that are kept on a day."""
        return self.filter(Q(ends=None) | Q(ends__gte=day), starts__lte=day)


class NumberRegister(models.Model):
    """Sổ văn bản of a unit in one form.

    Party: each type of paper counts by itself, on through the term (HD 36, HD 05). State: from 01 each year (NĐ 30/2020
    điều 15), all types together or each by itself.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="number_registers", verbose_name="đơn vị")
    form = models.CharField("thể thức", max_length=6, choices=Form)
    name = models.CharField("tên sổ", max_length=200)
    starts = models.DateField("từ ngày")
    ends = models.DateField("đến hết ngày", null=True, blank=True)
    by_type = models.BooleanField("mỗi loại văn bản đếm riêng", default=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người lập sổ")
    made_at = models.DateTimeField("lập lúc", default=timezone.now)

    objects = RegisterQuerySet.as_manager()

    class Meta:
        verbose_name = "sổ văn bản"
        ordering = ["-starts", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(form__in=Form.values), name="register_form_known"),
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gte=F("starts")), name="register_ends_after_its_start"
            ),
            models.CheckConstraint(
                condition=Q(form=Form.STATE) | Q(by_type=True, ends__isnull=False),
                name="register_party_by_type_and_term",
            ),
            models.UniqueConstraint(fields=["unit", "form", "starts"], name="register_once_from_a_day"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("documents:register_detail", args=[self.pk])

    def why_not_on(self, day: date) -> str | None:
        """Why no number of this register is given for a day, or None."""
        if day < self.starts or (self.ends and day > self.ends):
            end = f" đến {format_date(self.ends)}" if self.ends else ""
            return (
                f"Sổ “{self.name}” dùng từ {format_date(self.starts)}{end}; ngày {format_date(day)} không thuộc sổ này."
            )
        if day > timezone.localdate():
            return f"Ngày {format_date(day)} chưa tới nên chưa lấy được số."
        return None

    def line_of(self, code: str, day: date) -> dict:
        """Which of its lines counts a paper of this type on this day."""
        year = WHOLE_TERM if self.form == Form.PARTY else day.year
        return {"year": year, "code": code if self.by_type else ALL_TYPES}

    @property
    def manner(self) -> str:
        """How it counts, in words."""
        if self.form == Form.PARTY:
            return "Mỗi loại văn bản đánh số riêng, liên tục trong nhiệm kỳ."
        return "Mỗi loại văn bản đánh số riêng, từ 01 mỗi năm." if self.by_type else "Đánh số chung, từ 01 mỗi năm."


class RegisterLine(models.Model):
    """One line of a register: the last number that was taken. It is locked while a number is taken.

    `opening`: numbers that were used before the register was kept here.
    """

    register = models.ForeignKey(NumberRegister, models.CASCADE, related_name="lines")
    year = models.PositiveSmallIntegerField("năm", default=WHOLE_TERM)
    code = models.CharField("loại", max_length=10, blank=True)
    opening = models.PositiveIntegerField("đã dùng trước khi lập sổ", default=0)
    last = models.PositiveIntegerField("số cuối cùng", default=0)
    last_on = models.DateField("ngày của số cuối cùng", null=True, blank=True)

    class Meta:
        verbose_name = "dòng đếm của sổ"
        ordering = ["-year", "code"]
        constraints = [
            models.UniqueConstraint(fields=["register", "year", "code"], name="register_line_once"),
            models.CheckConstraint(condition=Q(last__gte=F("opening")), name="register_line_from_its_opening"),
        ]

    def __str__(self):
        return f"{self.register}, {self.said}"

    @property
    def said(self) -> str:
        """Which papers it counts: "QĐ", "QĐ, năm 2026", "mọi loại, năm 2026"."""
        return ", ".join(filter(None, (self.code or "mọi loại", f"năm {self.year}" if self.year else "")))

    @property
    def next(self) -> str:
        return numeral(self.last + 1)


class RegisterEntry(models.Model):
    """One number that was taken: for which paper, of which day, by whom. `suffix`: inserted late ("12a"), with a reason."""

    register = models.ForeignKey(NumberRegister, models.PROTECT, related_name="entries", verbose_name="sổ")
    year = models.PositiveSmallIntegerField(default=WHOLE_TERM)
    code = models.CharField(max_length=10, blank=True)
    number = models.PositiveIntegerField("số")
    suffix = models.CharField("chữ chèn", max_length=1, blank=True)
    type_code = models.CharField("loại văn bản", max_length=10)
    on = models.DateField("ngày văn bản")
    title = models.CharField("trích yếu", max_length=500)
    reason = models.CharField("lý do chèn số", max_length=500, blank=True)
    taken_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người lấy số")
    taken_at = models.DateTimeField("lấy lúc", default=timezone.now)
    record = models.OneToOneField(
        PaperRecord, models.PROTECT, null=True, blank=True, related_name="entry", verbose_name="văn bản"
    )

    class Meta:
        verbose_name = "số đã lấy"
        ordering = ["-year", "code", "-number", "-suffix"]
        constraints = [
            models.UniqueConstraint(
                fields=["register", "year", "code", "number", "suffix"], name="register_number_once"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="register_numbers_from_one"),
            models.CheckConstraint(
                condition=Q(suffix="", reason="") | (~Q(suffix="") & ~Q(reason="")),
                name="register_insertion_with_reason",
            ),
        ]

    def __str__(self):
        return self.said

    @property
    def said(self) -> str:
        """As it is written on the paper: "01", "127", "12a"."""
        return numeral(self.number) + self.suffix


def numeral(number: int) -> str:
    """Numbers are written from 01 (HD 36-HD/VPTW; NĐ 30/2020)."""
    return f"{number:02d}"
