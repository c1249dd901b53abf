"""Forms: what each field reads, refuses and shows again, and how a field is drawn."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms

from kheo.core.forms import (
    AmountField,
    DayField,
    HouseForm,
    MoneyField,
    PartDateField,
    PlainTextField,
    WholeNumberField,
)
from kheo.core.vietnamese import PartialDate


def answer(field, typed):
    """What the field makes of it: a value, or the sentence that refuses it."""
    try:
        return field.clean(typed)
    except forms.ValidationError as refused:
        return refused.messages[0]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("56", 56),
        ("1.152", 1152),
        (" 1 152 ", 1152),
        ("0", 0),
        ("", None),
        ("chưa có", None),
        ("2,5", "Ở đây cần số nguyên, không có phần lẻ."),
        ("-1", "Nhỏ nhất là 0."),
        ("9.000", "Lớn nhất là 5.000."),
        ("năm sáu", "“năm sáu” không phải là số. Ví dụ ghi đúng: 1.152 hoặc 419,7."),
    ],
)
def test_whole_number(typed, read):
    assert answer(WholeNumberField(required=False, max_value=5000), typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("419,7", Decimal("419.7")),
        ("1.152", Decimal(1152)),
        ("80.125", Decimal(80125)),
        ("1.234,5", Decimal("1234.5")),
        ("-", None),
        ("0,125", "Nhiều nhất 2 chữ số sau dấu phẩy."),
        ("9" * 16, "Lớn nhất là 1.000.000.000.000.000."),
    ],
)
def test_amount(typed, read):
    assert answer(AmountField(required=False), typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("85.500.000", 85_500_000),
        ("85,5 triệu", 85_500_000),
        ("1,3 tỷ đồng", 1_300_000_000),
        ("0", 0),
        ("", None),
        ("85,5", "Ở đây cần số tiền, ví dụ 85.500.000 hoặc 85,5 triệu."),
        ("12 ha", "Ở đây cần số tiền, ví dụ 85.500.000 hoặc 85,5 triệu."),
    ],
)
def test_money(typed, read):
    assert answer(MoneyField(required=False), typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("02/09/2026", date(2026, 9, 2)),
        ("2-9-2026", date(2026, 9, 2)),
        ("2026-09-02", date(2026, 9, 2)),
        ("02092026", date(2026, 9, 2)),
        ("25/12/2026", date(2026, 12, 25)),
        ("", None),
        ("31/02/2026", "Không có ngày 31/02/2026."),
        ("31022026", "Không có ngày 31/02/2026."),
        ("9/2026", "Hãy ghi đủ ngày/tháng/năm, ví dụ 02/09/2026."),
        ("45902", "Hãy ghi đủ ngày/tháng/năm, ví dụ 02/09/2026."),
        ("01/01/1900", "Không sớm hơn ngày 01/01/1930."),
        ("01/01/2101", "Không muộn hơn ngày 31/12/2100."),
    ],
)
def test_day(typed, read):
    assert answer(DayField(required=False), typed) == read


def test_part_date_takes_what_is_known():
    field = PartDateField(required=False)

    assert answer(field, "9/2024") == PartialDate(date(2024, 9, 1), "month")
    assert answer(field, "Quý III/2024") == PartialDate(date(2024, 7, 1), "quarter")
    assert answer(field, "02/09/2024") == PartialDate(date(2024, 9, 2), "day")


def test_fields_show_what_is_kept_as_people_write_it():
    shown = [
        WholeNumberField().prepare_value(1152),
        AmountField().prepare_value(Decimal("419.70")),
        DayField().prepare_value(date(2026, 9, 2)),
        PartDateField().prepare_value(PartialDate(date(2024, 9, 1), "month")),
        AmountField().prepare_value("như đã gõ"),
    ]

    assert shown == ["1.152", "419,7", "02/09/2026", "09/2024", "như đã gõ"]


class Sample(HouseForm):
    name = PlainTextField(20, label="Tên")
    story = PlainTextField(label="Câu chuyện", required=False)
    kind = forms.ChoiceField(label="Loại", choices=[("a", "A")])
    size = WholeNumberField(label="Số hộ", required=False)


def test_control_characters_are_taken_out_and_said_so():
    form = Sample({"name": "Tiếng\x00 kẻng\x07", "story": "một\r\nhai", "kind": "a"})

    assert form.is_valid()
    assert form.cleaned_data["name"] == "Tiếng kẻng"
    assert form.cleaned_data["story"] == "một\nhai"
    assert form.cleaned_notes == {"name": "Đã bỏ 2 ký tự điều khiển không hiển thị được."}


def test_text_is_kept_composed_and_a_title_on_one_line():
    form = Sample({"name": " Tie\u0302\u0301ng \n ke\u0309ng ", "kind": "a"})

    assert form.is_valid()
    assert form.cleaned_data["name"] == "Tiếng kẻng"


def test_text_too_long_is_refused_with_both_lengths_and_nothing_is_cut():
    form = Sample({"name": "a" * 21, "story": "b" * 10_001, "kind": "a"})

    assert form.errors == {
        "name": ["Dài 21 ký tự, nhiều nhất 20."],
        "story": ["Dài 10.001 ký tự, nhiều nhất 10.000."],
    }
    assert "maxlength" not in str(form)


def test_errors_use_our_words():
    assert Sample({}).errors == {"name": ["Chưa điền."], "kind": ["Chưa chọn."]}
    assert Sample({"name": "x", "kind": "z"}).errors == {
        "kind": ["Lựa chọn này không có trong danh sách. Hãy chọn lại."]
    }


def test_a_wrong_field_is_named_at_the_top_and_tied_to_its_words():
    drawn = str(Sample({"name": "x", "kind": "a", "size": "ba"}))

    assert '<a href="#id_size">Số hộ: “ba” không phải là số.' in drawn
    assert 'aria-invalid="true" aria-describedby="id_size_helptext id_size_error"' in drawn
    assert '<ul class="errorlist" id="id_size_error">' in drawn
    assert 'inputmode="numeric"' in drawn


def test_a_required_field_says_so_in_words_and_leaves_the_browser_silent():
    drawn = str(Sample()["name"].as_field_group())

    assert '<span class="must">(bắt buộc)</span>' in drawn
    assert " required" not in drawn.replace("(bắt buộc)", "")
