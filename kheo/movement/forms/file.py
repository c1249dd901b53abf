"""The file of a model or an honoured example as one form: six facts first, the rest when there is time."""

from django import forms
from django.utils import timezone

from kheo.accounts.access import places_held, units_where
from kheo.accounts.permissions import Permission
from kheo.core.forms import AmountField, DayField, HouseForm, ManyField, PartDateField, PlainTextField, WholeNumberField
from kheo.movement.actions.files import File
from kheo.movement.models import (
    TEN_ITEMS,
    Bearer,
    Directive,
    Exemplar,
    ExemplarKind,
    Field,
    ForceRole,
    Nature,
    Resource,
    Round,
    Theme,
)
from kheo.units.models import Level, Unit

CHOOSE = ("", "Chọn…")
LEDGER_CHOICES = [("", "Không ghi vào sổ"), *Resource.choices]
OUTCOME_FACTS = ("name", "measure", "target", "baseline", "is_level", "resource")
STANDARD = ("households", "beneficiaries", "members")
_model = Exemplar._meta.get_field


def _text(name: str, **kwargs) -> PlainTextField:
    """A free text of the exemplar, with the label its table gives it."""
    return PlainTextField(required=False, label=str(_model(name).verbose_name).capitalize(), **kwargs)


class UnitChoice(forms.ModelChoiceField):
    """A unit by its name, as it stands at the head of a line."""

    def label_from_instance(self, unit):
        return unit.title


class FactsForm(HouseForm):
    """The facts of the file. `writer` is whose units are offered; `exemplar` is there when a file is mended."""

    name = PlainTextField(500, label="Tên mô hình", help_text="Ngắn gọn, dễ nhớ, nói được việc làm.")
    unit = UnitChoice(queryset=None, label="Đơn vị thực hiện", empty_label="Chọn đơn vị…")
    on_behalf_of = PlainTextField(
        200, required=False, label="Nhập thay cho",
        help_text="Chỉ ghi khi nhập thay người không có tài khoản, ví dụ “Trưởng thôn An Mô”. "
        "Sau khi lưu, đính ảnh bản giấy có chữ ký.",
    )  # fmt: skip
    place = UnitChoice(
        queryset=None, required=False, label="Địa bàn", empty_label="Ngay tại đơn vị", help_text="Xã nơi làm việc này."
    )
    place_detail = PlainTextField(200, required=False, label="Thôn, khu phố, địa điểm")
    bearer = forms.ChoiceField(label="Chủ thể", choices=Bearer.choices, required=False, widget=forms.RadioSelect)
    field = forms.ChoiceField(label="Lĩnh vực", choices=Field.choices, required=False, widget=forms.RadioSelect)
    round = forms.ModelChoiceField(queryset=None, label="Đợt thi đua", empty_label=None)
    pattern = forms.CharField(required=False, widget=forms.HiddenInput)
    copied_from = forms.ModelChoiceField(queryset=None, required=False, widget=forms.HiddenInput)
    households = WholeNumberField(required=False, label="Số hộ tham gia", max_value=10**8, help_text="")
    beneficiaries = WholeNumberField(required=False, label="Số người hưởng lợi", max_value=10**9, help_text="")
    members = WholeNumberField(required=False, label="Số đoàn viên, hội viên", max_value=10**9, help_text="")
    themes = ManyField(queryset=None, required=False, label="Chủ đề", widget=forms.CheckboxSelectMultiple)
    directives = ManyField(
        queryset=None, required=False, label="Gắn với văn bản, cuộc vận động", widget=forms.CheckboxSelectMultiple
    )

    kind = ""
    FACTS: tuple[str, ...] = ()

    def __init__(self, *args, writer, exemplar: Exemplar | None = None, **kwargs):
        self.writer, self.exemplar = writer, exemplar
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        mine = Unit.objects.filter(units_where(writer, Permission.EXEMPLAR_WRITE, "")).living(on=today)
        self.fields["unit"].queryset = mine.by_name()
        self.fields["place"].queryset = _places(mine, writer).living(on=today).by_name()
        self.fields["round"].queryset = Round.objects.around(writer).filter(
            closes_on__gte=today.replace(month=1, day=1)
        )
        self.fields["copied_from"].queryset = Exemplar.objects.to_learn_from(writer)
        self.fields["themes"].queryset = Theme.objects.all()
        self.fields["directives"].queryset = Directive.objects.all()
        if exemplar:
            for name in ("round", "on_behalf_of", "pattern", "copied_from"):
                del self.fields[name]
            if exemplar.unit.is_ended:
                self.fields["unit"].queryset |= Unit.objects.filter(pk=exemplar.unit_id)
        elif len(held := places_held(writer, Permission.EXEMPLAR_WRITE)) == 1:
            # Somebody of the province's focal body types in for others: there nothing is chosen beforehand.
            own = mine.filter(path=held[0], level__in=(Level.BASE, Level.COMMUNE))
            self.fields["unit"].initial = own.first()

    def file(self, *, outcomes: list[dict] | None, forces: list[dict] | None) -> File:
        """What the action is given."""
        cleaned = self.cleaned_data
        facts = {name: cleaned[name] for name in self.FACTS if name in cleaned}
        facts["kind"] = self.kind
        start = cleaned.get("starts")
        facts |= {"starts": start.date, "starts_precision": start.precision} if start else {"starts": None}
        if not cleaned["place"]:
            del facts["place"]
        name, title = cleaned.get("charge_name", ""), cleaned.get("charge_title", "")
        charge = {"name": name, "title": title, "since": cleaned.get("charge_since")} if name or title else None
        return File(
            facts=facts, outcomes=outcomes, forces=forces, charge=charge,
            themes=list(cleaned["themes"]), directives=list(cleaned["directives"]),
        )  # fmt: skip


class PracticeForm(FactsForm):
    """A model: six facts, then the ten items, forces, the person in charge."""

    kind = ExemplarKind.PRACTICE
    FACTS = (
        "name", "unit", "place", "place_detail", "bearer", "field", "nature", "pattern", "copied_from", "summary",
        *TEN_ITEMS, *STANDARD,
    )  # fmt: skip

    nature = forms.ChoiceField(label="Tính chất", choices=Nature.choices, widget=forms.RadioSelect)
    starts = PartDateField(required=False, label="Bắt đầu từ")
    summary = _text("summary", limit=500, lines=False)
    situation = _text("situation")
    goal = _text("goal")
    method = _text("method")
    audience = _text("audience")
    resources_plan = _text("resources_plan")
    schedule = _text("schedule")
    products = _text("products")
    sustain = _text("sustain")
    charge_name = PlainTextField(200, required=False, label="Họ tên người phụ trách")
    charge_title = PlainTextField(200, required=False, label="Chức vụ", help_text="Ví dụ: Bí thư chi bộ.")
    charge_since = DayField(required=False, label="Phụ trách từ ngày", help_text="Để trống là từ hôm nay.")

    def items(self):
        """The ten items, as far as they are prose, in the order of the paper form."""
        return [self[name] for name in TEN_ITEMS]


class ExampleForm(FactsForm):
    """A điển hình: who, what they do, the result, who confirms it, and consent to be shown."""

    kind = ExemplarKind.EXAMPLE
    FACTS = (
        "name", "unit", "place", "place_detail", "bearer", "field", "summary", "method", "products", "vouched_by",
        "copied_from", *STANDARD,
    )  # fmt: skip

    name = PlainTextField(500, label="Ai là điển hình", help_text="Tên tập thể, hoặc họ tên và việc làm của cá nhân.")
    summary = PlainTextField(500, lines=False, required=False, label="Làm việc gì", help_text="Một câu.")
    method = PlainTextField(required=False, label="Kể rõ hơn cách làm")
    products = PlainTextField(required=False, label="Kết quả")
    vouched_by = PlainTextField(
        200, required=False, label="Ai xác nhận", help_text="Chi bộ, thôn, cơ quan biết rõ việc này."
    )
    consents = forms.BooleanField(
        required=False, label="Người được nêu gương đã đồng ý cho đưa tin",
        help_text="Chưa đồng ý thì hồ sơ vẫn gửi được, nhưng không đưa ra trang công khai.",
    )  # fmt: skip
    consent_how = PlainTextField(300, required=False, label="Đồng ý bằng cách nào", help_text="Ví dụ: phiếu ký 5/3.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.exemplar:  # asked once, when the file is begun; afterwards consents have a place of their own
            del self.fields["consents"], self.fields["consent_how"]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("consents") and not cleaned.get("consent_how"):
            self.add_error("consent_how", "Hãy ghi đồng ý bằng cách nào.")
        return cleaned


class OutcomeForm(HouseForm):
    """One thing that will be counted."""

    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    name = PlainTextField(200, required=False, label="Điều sẽ đếm", help_text="Ví dụ: Đất hiến.")
    measure = PlainTextField(40, required=False, label="Đơn vị tính", help_text="Ví dụ: m², hộ, triệu đồng.")
    target = AmountField(required=False, label="Chỉ tiêu", max_value=10**13)
    baseline = AmountField(required=False, label="Lúc đầu có", max_value=10**13, help_text="Chưa biết thì để trống.")
    is_level = forms.BooleanField(
        required=False, label="Lấy số mới nhất, không cộng dồn",
        help_text="Dùng cho tỷ lệ %, thời gian; các số khác được cộng qua từng lần ghi.",
    )  # fmt: skip
    resource = forms.ChoiceField(
        required=False, label="Ghi vào sổ nguồn lực", choices=LEDGER_CHOICES,
        help_text="Số ghi ở tiến độ tự vào sổ, không phải nhập lại.",
    )  # fmt: skip

    def clean(self):
        cleaned = super().clean()
        said = [name for name in ("name", "measure", "target", "baseline") if cleaned.get(name) not in (None, "")]
        for name, words in (("name", "Chưa ghi điều sẽ đếm."), ("measure", "Chưa ghi đơn vị tính.")):
            if said and not cleaned.get(name) and name not in self.errors:
                self.add_error(name, words)
        if cleaned.get("measure", "").strip().startswith("%"):
            cleaned["is_level"] = True
        if cleaned.get("is_level") and cleaned.get("resource"):
            self.add_error("resource", "Số lấy theo lần mới nhất không ghi vào sổ nguồn lực được.")
        return cleaned

    def facts(self) -> dict:
        """What the action is given; `pk` says which outcome it was."""
        return {name: self.cleaned_data[name] for name in OUTCOME_FACTS}

    def is_said(self) -> bool:
        return bool(self.cleaned_data.get("name")) and not self.cleaned_data.get("DELETE")


class ForceForm(HouseForm):
    """One force taking part, and what exactly it does."""

    name = PlainTextField(200, required=False, label="Lực lượng", help_text="Ví dụ: Hội Phụ nữ xã.")
    role = forms.ChoiceField(label="Vai trò", choices=ForceRole.choices, initial=ForceRole.MEMBER)
    part = PlainTextField(500, required=False, label="Việc làm cụ thể")

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("part") and not cleaned.get("name") and "name" not in self.errors:
            self.add_error("name", "Chưa ghi tên lực lượng.")
        return cleaned

    def is_said(self) -> bool:
        return bool(self.cleaned_data.get("name")) and not self.cleaned_data.get("DELETE")


OutcomeFormSet = forms.formset_factory(OutcomeForm, extra=1, max_num=20, can_delete=True)
ForceFormSet = forms.formset_factory(ForceForm, extra=1, max_num=30, can_delete=True)


def _places(mine, writer):
    """Communes where the writer's units are: above them, below them, or where they stand."""
    paths = {path[:end] for path in mine.values_list("path", flat=True)[:500] for end in range(4, len(path) + 1, 4)}
    return Unit.objects.filter(level=Level.COMMUNE, path__in=paths) | Unit.objects.filter(
        level=Level.COMMUNE, pk__in=mine.exclude(place=None).values("place")
    )
