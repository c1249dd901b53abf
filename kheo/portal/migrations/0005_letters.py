"""What the public sends: letters with their photos, where to turn, what residents say, allowances of networks."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

SAMPLES = (
    (
        "Khiếu nại, tố cáo",
        "Nơi tiếp công dân của Ủy ban nhân dân xã, phường, đặc khu nơi xảy ra việc, hoặc Ban Tiếp công dân của tỉnh. "
        "Đơn cần ghi rõ họ tên, địa chỉ người gửi. (Mẫu: sửa địa chỉ, ngày tiếp công dân, điện thoại cho đúng địa phương.)",
        True,
    ),
    (
        "Thủ tục hành chính",
        "Trung tâm phục vụ hành chính công xã, phường, đặc khu, hoặc Cổng dịch vụ công quốc gia. "
        "(Mẫu: sửa địa chỉ, điện thoại cho đúng địa phương.)",
        False,
    ),
    (
        "Việc khẩn cấp về an ninh trật tự, cháy nổ, cấp cứu",
        "Gọi ngay 113 (công an), 114 (chữa cháy, cứu nạn), 115 (cấp cứu). (Mẫu: thêm số trực của công an xã.)",
        False,
    ),
)


def write_samples(apps, schema_editor):
    referral = apps.get_model("portal", "Referral")
    for name, text, for_complaints in SAMPLES:
        referral.objects.create(name=name, text=text, for_complaints=for_complaints, is_sample=True)


class Migration(migrations.Migration):
    dependencies = [
        ("movement", "0003_directive_files"),
        ("portal", "0004_stories"),
        ("units", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Referral",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, unique=True, verbose_name="việc gì")),
                ("text", models.TextField(max_length=1500, verbose_name="nơi tiếp nhận, địa chỉ, giờ làm việc")),
                ("for_complaints", models.BooleanField(default=False, verbose_name="dùng cho khiếu nại, tố cáo")),
                ("is_sample", models.BooleanField(default=False, verbose_name="là mẫu, chưa sửa theo địa phương")),
            ],
            options={
                "verbose_name": "nơi tiếp nhận",
                "ordering": ["-for_complaints", "name"],
            },
        ),
        migrations.CreateModel(
            name="Allowance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("hour", models.DateTimeField()),
                ("act", models.CharField(max_length=40)),
                ("network", models.BigIntegerField()),
                ("used", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("hour", "act", "network"), name="allowance_once_an_hour")
                ],
            },
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("feedback", "Góp ý"), ("suggestion", "Giới thiệu gương")],
                        max_length=12,
                        verbose_name="loại",
                    ),
                ),
                ("code", models.CharField(editable=False, max_length=64, unique=True)),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gửi lúc")),
                ("title", models.CharField(blank=True, max_length=300, verbose_name="người, tập thể hoặc việc tốt")),
                ("text", models.TextField(blank=True, verbose_name="nội dung")),
                ("sender_name", models.CharField(blank=True, max_length=120, verbose_name="họ tên người gửi")),
                ("contact", models.CharField(blank=True, max_length=200, verbose_name="cách liên hệ")),
                (
                    "consented_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="đồng ý cho dùng họ tên, cách liên hệ lúc"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("received", "Đã nhận"),
                            ("passed", "Đã chuyển"),
                            ("answered", "Đã trả lời"),
                            ("out", "Không thuộc phạm vi"),
                            ("closed", "Đã khép lại"),
                        ],
                        default="received",
                        max_length=12,
                        verbose_name="bước",
                    ),
                ),
                ("stage_since", models.DateTimeField(default=django.utils.timezone.now, verbose_name="từ lúc")),
                ("answer", models.TextField(blank=True, verbose_name="trả lời")),
                ("is_complaint", models.BooleanField(default=False, verbose_name="khiếu nại, tố cáo")),
                ("erased_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="portal.articlepage",
                        verbose_name="về bài viết",
                    ),
                ),
                (
                    "exemplar",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="letters",
                        to="movement.exemplar",
                        verbose_name="về mô hình",
                    ),
                ),
                (
                    "passed_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.unit",
                        verbose_name="đã chuyển đến",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.unit",
                        verbose_name="địa bàn được nhắc đến",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="units.unit",
                        verbose_name="nơi tiếp nhận",
                    ),
                ),
            ],
            options={
                "verbose_name": "thư góp ý",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="LetterPhoto",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file", models.FileField(max_length=255, upload_to="letters/%Y/%m")),
                ("sha256", models.CharField(max_length=64)),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="photos", to="portal.letter"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ResidentWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "word",
                    models.CharField(
                        choices=[("con", "Còn hoạt động"), ("khong", "Không còn"), ("khong-ro", "Không rõ")],
                        max_length=10,
                        verbose_name="bà con nói",
                    ),
                ),
                ("browser", models.CharField(max_length=64)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "exemplar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="resident_words",
                        to="movement.exemplar",
                    ),
                ),
            ],
            options={
                "verbose_name": "tiếng nói người dân",
            },
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["stage", "unit"], name="letter_stage_unit"),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("stage__in", ["received", "passed", "answered", "out", "closed"])),
                name="letter_stage_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["feedback", "suggestion"])), name="letter_kind_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("contact", ""), ("sender_name", "")), ("consented_at__isnull", False), _connector="OR"
                ),
                name="letter_sender_consented",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_complaint", False), ("passed_to", None), _connector="OR"),
                name="letter_complaint_passed_to_nobody",
            ),
        ),
        migrations.AddIndex(
            model_name="residentword",
            index=models.Index(fields=["exemplar", "at"], name="resident_word_of"),
        ),
        migrations.AddConstraint(
            model_name="residentword",
            constraint=models.UniqueConstraint(fields=("exemplar", "browser"), name="resident_word_once"),
        ),
        migrations.AddConstraint(
            model_name="residentword",
            constraint=models.CheckConstraint(
                condition=models.Q(("word__in", ["con", "khong", "khong-ro"])), name="resident_word_known"
            ),
        ),
        migrations.RunPython(write_samples, migrations.RunPython.noop),
    ]
