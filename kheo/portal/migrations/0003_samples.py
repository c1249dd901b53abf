"""Sample addresses for what is out of our scope, each marked as a sample."""

from django.db import migrations

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
    dependencies = [("portal", "0002_words")]

    operations = [migrations.RunPython(write_samples, migrations.RunPython.noop)]
