"""allauth's forms, drawn by our components and asking in our words."""

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm

from kheo.core.forms import HouseForm


class _Plain(HouseForm):
    """Labels say what is asked; a placeholder that says it again only hides what was typed."""

    labels: dict[str, str] = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)


class SignInForm(_Plain, LoginForm):
    labels = {"login": "Tên đăng nhập hoặc số điện thoại", "remember": "Ghi nhớ trên máy này"}


class OwnPasswordForm(_Plain, ChangePasswordForm):
    labels = {"password2": "Nhập lại mật khẩu mới"}


class ConfirmForm(_Plain, ReauthenticateForm):
    """Asks for the password again before something grave."""


class CodeForm(_Plain, AuthenticateForm):
    labels = {"code": "Mã xác thực hoặc mã dự phòng"}


class ConfirmCodeForm(_Plain, ReauthenticateByCodeForm):
    labels = {"code": "Mã xác thực hoặc mã dự phòng"}


class FirstCodeForm(_Plain, ActivateTOTPForm):
    labels = {"code": "Mã 6 chữ số đang hiện trong ứng dụng"}
