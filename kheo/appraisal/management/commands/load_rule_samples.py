"""`manage.py load_rule_samples MÃ --by TÊN [--sample xa]`: write the shipped rule sets as drafts of a unit."""

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError

from kheo.accounts.models import User
from kheo.appraisal.samples import NOT_A_RULE, SAMPLES, load_samples
from kheo.units.models import Unit


class Command(BaseCommand):
    help = "Nạp các bộ tiêu chí mẫu (mẫu, không phải quy định) thành bản đang soạn của một đơn vị."

    def add_arguments(self, parser):
        parser.add_argument("code", help="mã đơn vị, ví dụ 44 (tỉnh) hoặc 19669 (xã)")
        parser.add_argument("--by", required=True, help="tên đăng nhập của người soạn")
        parser.add_argument("--sample", choices=SAMPLES, action="append", help="chỉ nạp mẫu này; dùng được nhiều lần")

    def handle(self, *args, code, by, sample, **options):
        unit = Unit.objects.filter(code=code, ends=None).first()
        person = User.objects.filter(username=by).first()
        if unit is None or person is None:
            raise CommandError(f"Không có {'đơn vị mã ' + code if unit is None else 'người dùng ' + by}.")
        try:
            made = load_samples(unit, by=person, keys=sample or tuple(SAMPLES))
        except PermissionDenied as reason:
            raise CommandError(str(reason)) from None
        self.stdout.write("\n".join(f"Đã soạn: {rules}. {NOT_A_RULE}. {rules.source}" for rules in made))
