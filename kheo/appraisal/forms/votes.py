"""Forms of votes: the list, the roll, the figures of a count, a new turn, and the ballot."""

from django import forms

from kheo.appraisal.models import Answer, Nomination, PanelVote, VoteLine, VoteManner
from kheo.appraisal.models.counting import Count, Sheet
from kheo.core.forms import DayField, HouseForm, ManyField, PlainTextField, WholeNumberField
from kheo.documents.paper import Form as PaperForm
from kheo.polls.forms import TimeField

MOST = 32_000  # more than any list of people that meets
LEFT_OPEN = "Chưa chọn. Hãy chọn một ý kiến, hoặc đánh dấu “Đồng ý tất cả những hồ sơ tôi không chọn riêng”."


class FilesField(ManyField):
    """Files by the name of their model and its unit."""

    def label_from_instance(self, nomination: Nomination) -> str:
        return f"{nomination.exemplar} ({nomination.exemplar.unit})"


class VoteForm(HouseForm):
    """A vote being prepared: its name, manner, day and list."""

    name = PlainTextField(300, label="Tên cuộc bỏ phiếu", required=False, help_text="Ví dụ: Bỏ phiếu xét đợt 15/10.")
    manner = forms.ChoiceField(label="Cách bỏ phiếu", choices=VoteManner, widget=forms.RadioSelect)
    on = DayField(label="Ngày bỏ phiếu")
    files = FilesField(
        None, label="Hồ sơ đưa ra bỏ phiếu", widget=forms.CheckboxSelectMultiple,
        help_text="Chỉ những hồ sơ của đợt này chưa bỏ phiếu. Ai có liên quan đến hồ sơ nào thì không bỏ phiếu hồ sơ đó.",
    )  # fmt: skip

    def __init__(self, *args, files, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["files"].queryset = files


class RollForm(HouseForm):
    """Who is present."""

    present = forms.TypedMultipleChoiceField(
        label="Thành viên có mặt", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, roll, **kwargs):
        kwargs.setdefault("initial", {"present": [entry.user_id for entry in roll if entry.is_present]})
        super().__init__(*args, **kwargs)
        self.fields["present"].choices = [(entry.user_id, _named(entry)) for entry in roll]


def _named(entry) -> str:
    return f"{entry.user} (đã bỏ phiếu)" if entry.has_voted else str(entry.user)


class CountForm(HouseForm):
    """The figures of a vote by hand or on paper, file by file."""

    def __init__(self, *args, vote: PanelVote, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_paper = vote.manner == VoteManner.PAPER
        self.has_scan = bool(vote.scan)
        self.lines = list(vote.lines.select_related("nomination__exemplar__unit"))
        if self.is_paper:
            for name, label in (("handed_out", "Phát ra"), ("returned", "Thu về"), ("spoilt", "Không hợp lệ")):
                self.add(name, _figure(label, getattr(vote, name)))
        for line in self.lines:
            for name, label in (("agreed", "Đồng ý"), ("opposed", "Không đồng ý"), ("blank", "Phiếu trắng")):
                self.add(f"{name}-{line.pk}", _figure(label, getattr(line, name)))
        self.add(
            "minutes",
            PlainTextField(
                label="Diễn biến, ý kiến", required=False, initial=vote.minutes, help_text="Vào biên bản họp hội đồng."
            ),
        )
        self.add(
            "scan",
            forms.FileField(
                label="Bản quét biên bản kiểm phiếu", required=self.is_paper and not self.has_scan,
                help_text="PDF hoặc ảnh chụp rõ, có chữ ký. Không đưa văn bản mật vào đây.",
            ),
        )  # fmt: skip

    def totals(self):
        names = ("handed_out", "returned", "spoilt") if self.is_paper else ()
        return [self[name] for name in names]

    def rows(self):
        """(line, its three fields), in the order of the list."""
        return [(line, [self[f"{name}-{line.pk}"] for name in ("agreed", "opposed", "blank")]) for line in self.lines]

    def facts(self) -> dict:
        """What the action takes."""
        said = self.cleaned_data
        scan = said.get("scan")
        return {
            "sheet": Sheet(said["handed_out"], said["returned"], said["spoilt"]) if self.is_paper else None,
            "counts": {
                line.pk: Count(*(said[f"{name}-{line.pk}"] for name in ("agreed", "opposed", "blank")))
                for line in self.lines
            },
            "minutes": said["minutes"],
            "scan": scan or None,
            "scan_name": scan.name if scan else "",
        }


def _figure(label: str, initial: int | None) -> WholeNumberField:
    return WholeNumberField(label=label, max_value=MOST, initial=initial, help_text="")


class AgainForm(HouseForm):
    """Which files of a closed vote are voted on once more, and why."""

    files = FilesField(None, label="Hồ sơ bỏ phiếu lại", widget=forms.CheckboxSelectMultiple)
    note = PlainTextField(label="Lý do bỏ phiếu lại", help_text="Kết quả cũ vẫn lưu cùng lý do này.")

    def __init__(self, *args, vote: PanelVote, **kwargs):
        super().__init__(*args, **kwargs)
        lines = vote.lines.filter(set_aside_reason="").values("nomination")
        self.fields["files"].queryset = Nomination.objects.filter(pk__in=lines).select_related("exemplar__unit")


class MinutesForm(HouseForm):
    """What the minutes say beside the figures: when, where, who counted."""

    which = forms.ChoiceField(
        label="Biên bản", choices=[("counting", "Biên bản kiểm phiếu"), ("meeting", "Biên bản họp hội đồng")],
        widget=forms.RadioSelect, initial="counting",
    )  # fmt: skip
    form = forms.ChoiceField(label="Thể thức", choices=PaperForm, widget=forms.RadioSelect)
    where = PlainTextField(200, label="Địa điểm", help_text="Ví dụ: phòng họp số 2, trụ sở Đảng ủy xã.")
    began = TimeField(label="Bắt đầu lúc", help_text="Ví dụ 8:30.")
    ended = TimeField(label="Kết thúc lúc", help_text="Ví dụ 10:15.")
    counters = PlainTextField(
        1000, label="Ban kiểm phiếu", lines=True, required=False,
        help_text="Mỗi dòng một người, dòng đầu là Trưởng ban. Để trống thì ghi thư ký hội đồng.",
    )  # fmt: skip

    def clean(self):
        said = super().clean()
        if said.get("began") and said.get("ended") and said["ended"] < said["began"]:
            self.add_error("ended", "Giờ kết thúc phải sau giờ bắt đầu.")
        return said


class BallotForm(HouseForm):
    """One page for a whole list: "đồng ý tất cả, trừ ..." with an answer of its own where one is chosen."""

    agree_rest = forms.BooleanField(label="Đồng ý tất cả những hồ sơ tôi không chọn riêng ở dưới", required=False)

    def __init__(self, *args, lines: list[VoteLine], **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = lines
        for line in lines:
            name = str(line.nomination.exemplar)
            field = forms.ChoiceField(choices=Answer, required=False, widget=forms.RadioSelect, label=name)
            self.add(f"answer-{line.pk}", field)

    def rows(self):
        return [(line, self[f"answer-{line.pk}"]) for line in self.lines]

    def clean(self):
        said = super().clean()
        if not said.get("agree_rest"):
            for line in self.lines:
                name = f"answer-{line.pk}"
                if name not in self.errors and not said.get(name):
                    self.add_error(name, LEFT_OPEN)
        return said

    def answers(self) -> dict[int, str]:
        said = self.cleaned_data
        return {line.pk: said[f"answer-{line.pk}"] or Answer.AGREE for line in self.lines}
