"""Forms of a decision batch and of a tờ trình."""

from django import forms
from django.utils import timezone

from kheo.appraisal.models import AwardForm, AwardKind, BatchItem, Nomination, Result
from kheo.appraisal.models.heap import Heap
from kheo.core.forms import HouseForm, ManyField, PlainTextField
from kheo.movement.forms.parts import PastDayField
from kheo.movement.models import Round


class BatchForm(HouseForm):
    """A new batch out of one heap of submitted files: those of one body, level and round."""

    heap = forms.ChoiceField(label="Hồ sơ đã trình", widget=forms.RadioSelect)
    name = PlainTextField(
        300, label="Tên đợt công nhận", help_text="Ví dụ: Công nhận mô hình tiêu biểu năm 2026, đợt 1."
    )

    def __init__(self, *args, heaps: list[Heap], **kwargs):
        super().__init__(*args, **kwargs)
        self.heaps = {heap.key: heap for heap in heaps}
        self.fields["heap"].choices = [(heap.key, str(heap)) for heap in heaps]

    def clean_heap(self) -> Heap:
        return self.heaps[self.cleaned_data["heap"]]


class NominationsField(ManyField):
    """Ticked files, each said with its unit."""

    def label_from_instance(self, file):
        return f"{file.exemplar.name} ({file.exemplar.unit})"


class PutForm(HouseForm):
    """Which submitted files go on the list."""

    nominations = NominationsField(
        Nomination.objects.none(), label="Hồ sơ đã trình", widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, files, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nominations"].queryset = files


class ItemForm(HouseForm):
    """What the list proposes for one file."""

    result = forms.ChoiceField(label="Kết quả", choices=Result.choices, widget=forms.RadioSelect)
    reason = PlainTextField(
        2000, required=False, label="Lý do chưa công nhận", widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Đơn vị đọc được câu này; không bao giờ công khai.",
    )  # fmt: skip
    award_form = forms.ModelChoiceField(
        AwardForm.objects.none(), required=False, label="Khen thưởng kèm theo", empty_label="Không khen thưởng kèm"
    )
    propose_up = forms.BooleanField(required=False, label="Đề nghị cấp trên công nhận")

    def __init__(self, *args, item: BatchItem, **kwargs):
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        living = AwardForm.objects.in_force(on=item.batch.decided_on or today).for_basis(AwardKind.MOVEMENT)
        self.fields["award_form"].queryset = living.filter(
            level=item.batch.level, bearer=item.nomination.exemplar.bearer
        )


class DecisionForm(HouseForm):
    """Number, day, signer and signed scan, as the paper says."""

    decision_no = PlainTextField(60, label="Số, ký hiệu quyết định", help_text="Ví dụ: 15-QĐ/ĐU.")
    decided_on = PastDayField(label="Ngày quyết định")
    issuer = PlainTextField(200, label="Cơ quan ban hành")
    signer = PlainTextField(200, label="Người ký")
    signer_title = PlainTextField(200, required=False, label="Chức vụ người ký")
    scan = forms.FileField(required=False, label="Bản quét quyết định đã ký", help_text="Tệp PDF hoặc ảnh chụp rõ.")


class NumberForm(HouseForm):
    """The number that the paper of a decision approved here was given."""

    decision_no = PlainTextField(60, label="Số, ký hiệu quyết định", help_text="Ví dụ: 15-QĐ/ĐU.")
    scan = forms.FileField(required=False, label="Bản quét quyết định đã ký", help_text="Tệp PDF hoặc ảnh chụp rõ.")


class WithdrawForm(HouseForm):
    """The decision that annuls this one."""

    decision = PlainTextField(60, label="Số quyết định hủy bỏ")
    on = PastDayField(label="Hủy bỏ từ ngày")
    note = PlainTextField(2000, label="Lý do", widget=forms.Textarea(attrs={"rows": 3}))


class SubmitForm(HouseForm):
    """Which appraised files go up with one tờ trình, and to whom."""

    nominations = NominationsField(
        Nomination.objects.none(), label="Hồ sơ đủ bước để trình", widget=forms.CheckboxSelectMultiple
    )
    to = PlainTextField(300, label="Kính gửi", help_text="Ví dụ: Ban Thường vụ Đảng ủy xã.")
    opinion = PlainTextField(
        4000, required=False, label="Ý kiến của cơ quan thường trực", widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args, files, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nominations"].queryset = files


class DeskForm(HouseForm):
    """On whose desk the tờ trình lies now."""

    desk = PlainTextField(300, label="Đang ở bàn của", help_text="Ví dụ: Văn phòng Đảng ủy, đồng chí Phó Bí thư.")


class CarryForm(HouseForm):
    """In which round of the level above the files are proposed."""

    round = forms.ModelChoiceField(Round.objects.none(), label="Vào đợt thi đua", empty_label="Chọn…")

    def __init__(self, *args, rounds, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["round"].queryset = rounds
