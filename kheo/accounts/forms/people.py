"""What is asked about a person: name, phone, role, where, since when."""

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.validators import RegexValidator
from django.utils import timezone

from kheo.accounts.access import roles_to_give
from kheo.accounts.models import User
from kheo.accounts.phones import NotAPhone, read_phone
from kheo.accounts.queries import STATES
from kheo.accounts.roles import Role
from kheo.core.forms import DayField, HouseForm, PlainTextField
from kheo.core.vietnamese import fold
from kheo.units.models import Unit

FEW = 40  # up to so many units a list is chosen from; beyond that a name or code is typed
USERNAME = RegexValidator(r"^[a-z0-9._-]{3,40}$", "Từ 3 đến 40 ký tự: chữ thường không dấu, số, dấu . _ -")


class PhoneField(forms.CharField):
    """A Vietnamese phone number in its one form, "" for nothing."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", "Số điện thoại")
        kwargs.setdefault("help_text", "Ví dụ 0912 345 678.")
        super().__init__(**kwargs)
        self.widget.attrs.update({"inputmode": "tel", "autocomplete": "off"})

    def to_python(self, value):
        try:
            return read_phone(super().to_python(value))
        except NotAPhone as reason:
            raise forms.ValidationError(str(reason), code="invalid") from None


class UnitField(forms.CharField):
    """A unit typed by its name or code, in any spelling; what fits several is asked again with their codes."""

    def __init__(self, units, **kwargs):
        self.units = units
        kwargs.setdefault("help_text", "Tên hoặc mã đơn vị, ví dụ xã Ái Tử.")
        super().__init__(**kwargs)

    def to_python(self, value):
        text = super().to_python(value)
        if not text:
            return None
        found = list(self.units.filter(code=text)[:1] or self.units.filter(folded=fold(text))[:6])
        if len(found) == 1:
            return found[0]
        near = found or list(self.units.filter(folded__contains=fold(text))[:6])
        if len(near) == 1:
            return near[0]
        if near:
            names = "; ".join(f"{unit}{f' (mã {unit.code})' if unit.code else ''}" for unit in near)
            raise forms.ValidationError(f"Có nhiều đơn vị gần với “{text}”: {names}. Hãy ghi rõ tên hoặc mã.")
        raise forms.ValidationError(f"Không thấy đơn vị nào tên hoặc mã “{text}” trong phạm vi đồng chí phụ trách.")

    def prepare_value(self, value):
        return value.name if isinstance(value, Unit) else value


def unit_field(units, **kwargs):
    """A list to choose from when it is short, else a name to type."""
    if units.count() <= FEW:
        field = forms.ModelChoiceField(units, empty_label="Chọn đơn vị", **kwargs)
        field.label_from_instance = lambda unit: unit.title
        return field
    return UnitField(units, **kwargs)


class PersonForm(HouseForm):
    """Name and phone of an account."""

    full_name = PlainTextField(200, label="Họ và tên")
    phone = PhoneField(required=False)


class RoleForm(HouseForm):
    """A role that the one who gives it may give."""

    role = forms.ChoiceField(label="Vai trò")
    title = PlainTextField(120, label="Chức vụ", required=False, help_text="Ví dụ Phó Bí thư Thường trực Đảng ủy.")

    def offer(self, roles):
        self.fields["role"].choices = [("", "Chọn vai trò"), *((role.value, role.label) for role in roles)]


class GrantForm(RoleForm):
    """A further role of a known person."""

    starts = DayField(label="Từ ngày", initial=timezone.localdate)
    field_order = ["unit", "role", "title", "starts"]

    def __init__(self, *args, units, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"] = unit_field(units, label="Đơn vị")
        self.order_fields(self.field_order)
        self.offer(_roles_of(by))


class InviteForm(PersonForm, RoleForm):
    """Whom to invite, to hold which role where."""

    field_order = ["full_name", "phone", "unit", "role", "title"]

    def __init__(self, *args, units, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"] = unit_field(units, label="Đơn vị")
        self.order_fields(self.field_order)
        self.offer(_roles_of(by))


def _roles_of(by) -> list[Role]:
    """Every role that `by` may give somewhere; the action asks again for the unit that was chosen."""
    may = {role for held in by.held for role in roles_to_give(by, held.unit)}
    return [role for role in Role if role in may]


class ChangeForm(RoleForm):
    """Another role or title in the same unit, from a day."""

    on = DayField(label="Từ ngày", initial=timezone.localdate)


class EndForm(HouseForm):
    """The last day of a role."""

    on = DayField(label="Ngày cuối giữ vai trò", initial=timezone.localdate)
    note = PlainTextField(500, label="Lý do", required=False, lines=False)


class PasswordForm(HouseForm):
    """A password of one's own, typed twice."""

    password1 = forms.CharField(
        label="Mật khẩu", strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Ít nhất 10 ký tự. Một câu ngắn dễ nhớ, có dấu cách, là mật khẩu tốt.",
    )  # fmt: skip
    password2 = forms.CharField(
        label="Nhập lại mật khẩu", strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def __init__(self, *args, person: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person

    def clean(self):
        cleaned = super().clean()
        one, two = cleaned.get("password1"), cleaned.get("password2")
        if one and two and one != two:
            self.add_error("password2", "Hai lần nhập mật khẩu chưa giống nhau.")
        elif one:
            self._check_strength(one)
        return cleaned

    def _check_strength(self, password):
        self.person.username = self.cleaned_data.get("username") or self.person.username
        try:
            validate_password(password, self.person)
        except forms.ValidationError as weak:
            self.add_error("password1", weak)


class JoinForm(PasswordForm):
    """A new person's user name and password."""

    username = forms.CharField(
        label="Tên đăng nhập", validators=[USERNAME], help_text="Chữ thường không dấu và số.",
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )  # fmt: skip
    field_order = ["username", "password1", "password2"]

    def clean_username(self):
        username = self.cleaned_data["username"]
        if User.objects.filter(username__iexact=username).exists():
            raise forms.ValidationError("Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.")
        return username


class PeopleFilter(HouseForm):
    """What narrows the list of people."""

    q = forms.CharField(label="Tên hoặc số điện thoại", required=False, max_length=100)
    tinh_trang = forms.ChoiceField(label="Tình trạng", required=False, choices=list(STATES.items()))

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["don_vi"] = unit_field(units, label="Đơn vị", required=False)


class UnitAskedForm(HouseForm):
    """In which unit a person's rights are asked about."""

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["don_vi"] = unit_field(units, label="Tại đơn vị nào")


class PeopleFileForm(HouseForm):
    """A list of people."""

    file = forms.FileField(
        label="Tệp .xlsx", help_text="Các cột: Họ và tên, Số điện thoại, Đơn vị (tên hoặc mã), Vai trò, Chức vụ.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}), allow_empty_file=True,
    )  # fmt: skip
