"""Forms of polls: the ballot, and what an editor writes."""

import re
from datetime import datetime, time

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from kheo.accounts.access import units_where
from kheo.accounts.permissions import Permission
from kheo.core.forms import DayField, HouseForm, PlainTextField, TitledChoice, WholeNumberField
from kheo.core.pages import key_in
from kheo.polls.models import Audience, Poll, PollKind, ResultsShown
from kheo.polls.models.poll import MOST_CHOICES
from kheo.units.models import Unit

STRICT_NEEDS_ACCOUNTS = (
    "Không thể vừa cho mọi người bỏ phiếu không cần tài khoản, vừa bảo đảm đúng mỗi người một phiếu. Hãy chọn "
    "“Thành viên đã đăng nhập”, hoặc bỏ đánh dấu ô này: khi đó mỗi trình duyệt một phiếu và trang bình chọn nói rõ như vậy."
)
SECRET_OF_EVERYONE = "Bình chọn cho mọi người luôn là phiếu kín: không ghi tên ai."
LAST_MINUTE = time(23, 59)
_TIME = re.compile(r"(\d{1,2})(?:\s*(?:[:.h]|giờ)\s*(\d{1,2})?(?:\s*phút)?)?", re.IGNORECASE)


class OneChoice(forms.RadioSelect):
    """Radio buttons whose every value is read: two of them sent by a script are two ticks, not the last one."""

    def value_from_datadict(self, data, files, name):
        return data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])


class TicksField(forms.MultipleChoiceField):
    """Keys of ticked choices as they came, doubles too; the poll itself says what is wrong with them."""

    def __init__(self, *, poll: Poll, **kwargs):
        self.poll = poll
        offered = [(choice.pk, choice.text) for choice in poll.choices.all()]
        widget = OneChoice if poll.max_ticks == 1 else forms.CheckboxSelectMultiple
        super().__init__(choices=offered, widget=widget, label=poll.how_many(), required=True, **kwargs)

    def to_python(self, value):
        return [key_in(key) for key in value or []]

    def validate(self, value):
        if not value:
            raise ValidationError("Chưa chọn phương án nào.", code="required")
        if sentence := self.poll.why_not(value, {key for key, _ in self.choices}):
            raise ValidationError(sentence, code="ticks")


class VoteForm(HouseForm):
    """The ballot of one poll."""

    def __init__(self, *args, poll: Poll, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["choice"] = TicksField(poll=poll)


class TimeField(forms.CharField):
    """A time of day or None: "7:30", "7h30", "7 giờ 30", "17 giờ"."""

    look = "number"

    def to_python(self, value):
        value = (super().to_python(value) or "").strip()
        if not value:
            return None
        found = _TIME.fullmatch(value)
        try:
            return time(int(found[1]), int(found[2] or 0))
        except (TypeError, ValueError):
            raise ValidationError("Hãy ghi giờ như 7:30 hoặc 17:00.", code="invalid") from None

    def prepare_value(self, value):
        return f"{value.hour}:{value:%M}" if isinstance(value, time) else value

    def widget_attrs(self, widget):
        return {"autocomplete": "off", "placeholder": "7:30"}


class PollForm(HouseForm):
    """What an editor writes of a poll. `facts` is what the action takes."""

    question = PlainTextField(300, label="Câu hỏi", help_text="Một câu, người đọc hiểu ngay phải chọn gì.")
    description = PlainTextField(
        5000, required=False, label="Giới thiệu", help_text="Vì sao hỏi, kết quả dùng để làm gì."
    )
    unit = TitledChoice(queryset=None, label="Đơn vị tổ chức", empty_label="Chọn đơn vị…")
    kind = forms.ChoiceField(label="Cách chọn", choices=PollKind, widget=forms.RadioSelect, initial=PollKind.SINGLE)
    min_ticks = WholeNumberField(
        label="Chọn ít nhất", min_value=1, max_value=MOST_CHOICES, required=False, help_text="Khi chọn nhiều phương án."
    )
    max_ticks = WholeNumberField(
        label="Chọn nhiều nhất",
        min_value=1,
        max_value=MOST_CHOICES,
        required=False,
        help_text="Khi chọn nhiều phương án.",
    )
    audience = forms.ChoiceField(
        label="Ai được bỏ phiếu", choices=Audience, widget=forms.RadioSelect, initial=Audience.EVERYONE
    )
    strict = forms.BooleanField(
        required=False,
        label="Bảo đảm đúng mỗi người một phiếu",
        help_text="Chỉ giữ được khi người bỏ phiếu có tài khoản.",
    )
    is_secret = forms.TypedChoiceField(
        label="Lá phiếu", coerce=lambda value: value == "kin", initial="kin", widget=forms.RadioSelect,
        choices=[("kin", "Phiếu kín: không ai biết ai chọn gì"), ("ten", "Phiếu ghi tên: ban biên tập thấy ai chọn gì")],
    )  # fmt: skip
    results_shown = forms.ChoiceField(
        label="Kết quả hiện", choices=ResultsShown, widget=forms.RadioSelect, initial=ResultsShown.AFTER,
        help_text="Như nhau với mọi người, kể cả ban biên tập. Nhóm nhỏ bỏ phiếu kín thì nên để sau khi đóng.",
    )  # fmt: skip
    opens_on = DayField(required=False, label="Mở từ ngày", help_text="Để trống thì mở ngay khi được duyệt.")
    opens_time = TimeField(required=False, label="Giờ mở", help_text="Để trống là từ 0:00.")
    closes_on = DayField(label="Đóng ngày")
    closes_time = TimeField(required=False, label="Giờ đóng", help_text="Để trống là hết ngày, 23:59.")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Unit.objects.filter(units_where(user, Permission.POLL_CHANGE, "")).by_name()

    def clean(self):
        said = super().clean()
        if said.get("strict") and said.get("audience") == Audience.EVERYONE:
            self.add_error("strict", STRICT_NEEDS_ACCOUNTS)
        if said.get("audience") == Audience.EVERYONE and said.get("is_secret") is False:
            self.add_error("is_secret", SECRET_OF_EVERYONE)
        self._clean_ticks(said)
        self._clean_times(said)
        return said

    def _clean_ticks(self, said):
        if said.get("kind") != PollKind.MULTIPLE:
            said["min_ticks"] = said["max_ticks"] = 1
            return
        said["min_ticks"] = said.get("min_ticks") or 1
        if "max_ticks" in said and said["max_ticks"] is None:
            self.add_error("max_ticks", "Chưa ghi mỗi phiếu chọn nhiều nhất bao nhiêu phương án.")
        elif said.get("max_ticks") and said["max_ticks"] < said["min_ticks"]:
            self.add_error("max_ticks", "Không nhỏ hơn số chọn ít nhất.")

    def _clean_times(self, said):
        said["opens_at"] = _moment(said.get("opens_on"), said.get("opens_time") or time()) or _this_minute()
        said["closes_at"] = _moment(said.get("closes_on"), said.get("closes_time") or LAST_MINUTE)
        if said["closes_at"] and said["closes_at"] <= said["opens_at"]:
            word = "mở" if said.get("opens_on") else "hiện tại"
            self.add_error("closes_on", f"Thời điểm đóng phải sau thời điểm {word}.")

    @property
    def facts(self) -> dict:
        apart = ("strict", "opens_on", "opens_time", "closes_on", "closes_time")
        return {name: value for name, value in self.cleaned_data.items() if name not in apart}


class ChoiceForm(HouseForm):
    text = PlainTextField(300, required=False, label="Phương án")


ChoiceFormSet = forms.formset_factory(ChoiceForm, extra=4, max_num=MOST_CHOICES, validate_max=True, can_delete=True)


def choices_said(formset) -> list[str]:
    """The texts of a valid formset in their order, without empty rows and those to be dropped."""
    rows = (form.cleaned_data for form in formset if form.cleaned_data)
    return [row["text"] for row in rows if row.get("text") and not row.get("DELETE")]


def why_no_choices(texts: list[str]) -> str:
    """What is wrong with a list of choices, or ""."""
    if len(texts) < 2:
        return "Cần có ít nhất hai phương án."
    twice = next((text for text in texts if texts.count(text) > 1), "")
    return f"Phương án “{twice}” có hai lần." if twice else ""


def initial_of(poll: Poll) -> dict:
    """What the form of a poll that is there begins with."""
    plain = ("question", "description", "unit", "kind", "min_ticks", "max_ticks", "audience", "results_shown")
    opens, closes = timezone.localtime(poll.opens_at), timezone.localtime(poll.closes_at)
    return {name: getattr(poll, name) for name in plain} | {
        "strict": poll.is_for_members,
        "is_secret": "kin" if poll.is_secret else "ten",
        "opens_on": opens.date(), "opens_time": opens.time(), "closes_on": closes.date(), "closes_time": closes.time(),
    }  # fmt: skip


class ConclusionForm(HouseForm):
    """What was decided because of a poll, and when the next one is planned."""

    conclusion = PlainTextField(
        5000, required=False, label="Đã quyết định gì từ kết quả",
        help_text="Hiện ở trang bình chọn, để người bỏ phiếu biết tiếng nói của mình đi đến đâu.",
    )  # fmt: skip
    concluded_on = DayField(required=False, label="Ngày kết luận")
    next_on = DayField(required=False, label="Dự kiến bình chọn tới", help_text="Để trống khi chưa định.")

    def clean(self):
        said = super().clean()
        if said.get("conclusion") and not said.get("concluded_on") and "concluded_on" not in self.errors:
            self.add_error("concluded_on", "Chưa ghi ngày kết luận.")
        if said.get("concluded_on") and not said.get("conclusion") and "conclusion" not in self.errors:
            self.add_error("conclusion", "Có ngày kết luận mà chưa ghi kết luận.")
        if said.get("concluded_on") and said["concluded_on"] > timezone.localdate():
            self.add_error("concluded_on", "Ngày kết luận không thể ở phía trước.")
        return said


def _this_minute() -> datetime:
    # Hours are shown to the minute: with seconds kept, a form sent back unchanged would change the poll.
    return timezone.now().replace(second=0, microsecond=0)


def _moment(day, clock: time) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, clock)) if day else None
