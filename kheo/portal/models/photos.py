"""Photos of the portal: described for those who cannot see them, and shown only with the consent of whom they show."""

from io import BytesIO

from django.core.files.base import ContentFile
from django.db import models
from django.db.models import Q
from wagtail.images.models import AbstractImage, AbstractRendition

from kheo.core import filechecks as checks
from kheo.core.vietnamese import slug


class Photo(AbstractImage):
    """A photo with its three answers. What is stored was made anew from its pixels: no place, no device, no preview."""

    credit = models.CharField("người chụp, nguồn ảnh", max_length=200, blank=True)
    shows_person = models.BooleanField(
        "nhận ra được người trong ảnh", null=True, choices=[(True, "Có"), (False, "Không")], default=None
    )
    consented = models.BooleanField("người trong ảnh (hoặc cha mẹ, người giám hộ) đã đồng ý cho đăng", default=False)
    shows_child = models.BooleanField("có trẻ em", default=False)
    is_clean = models.BooleanField(default=False, editable=False)

    admin_form_fields = (
        "title", "file", "description", "credit", "shows_person", "consented", "shows_child", "collection", "tags",
        "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height",
    )  # fmt: skip

    class Meta(AbstractImage.Meta):
        verbose_name = "ảnh"
        verbose_name_plural = "ảnh"

    _is_put = False  # its file was made clean by `put` and waits to be saved

    def save(self, *args, **kwargs):
        if self.file and not self._is_put and not (self.is_clean and self.file._committed):
            self.put(checks.clean_copy(BytesIO(self._bytes())), save=False)
        super().save(*args, **kwargs)
        self._is_put = False

    def _bytes(self) -> bytes:
        with self.file.open("rb") as file:
            file.seek(0)
            return file.read()

    def put(self, clean: bytes, *, save: bool = True) -> None:
        """Keep these bytes (a clean JPEG) as the photo's file."""
        name = f"{slug(self.title, limit=60) or 'anh'}.jpg"
        self.file = ContentFile(clean, name=name)
        self.file_size, self.file_hash, self.is_clean = len(clean), "", True
        self._is_put = True
        self.width = self.height = None
        if save:
            self.renditions.all().delete()
            self.save()

    def generate_rendition_file(self, filter, *, source=None):
        """As Wagtail makes it, with its temporary file closed."""
        made = super().generate_rendition_file(filter, source=source)
        with made.file:
            made.file.seek(0)
            return ContentFile(made.file.read(), name=made.name)

    def why_not_public(self) -> str | None:
        """Why the public may not see it yet, in words of what to do; None when nothing stands in the way."""
        if not self.description.strip():
            return f"Ảnh “{self.title}” chưa có lời mô tả cho người không nhìn thấy ảnh."
        if self.shows_person is None:
            return f"Ảnh “{self.title}”: chưa trả lời có nhận ra được người trong ảnh không."
        if self.shows_child and not self.consented:
            return f"Ảnh “{self.title}” có trẻ em: cần cha mẹ hoặc người giám hộ đồng ý, hoặc che mờ rồi trả lời lại."
        if self.shows_person and not self.consented:
            return f"Ảnh “{self.title}” nhận ra được người: cần người đó đồng ý, hoặc che mờ rồi trả lời lại."
        return None

    @property
    def default_alt_text(self):
        return self.description or self.title


class PhotoRendition(AbstractRendition):
    """A smaller copy of a photo. The public gets it through `portal:picture`, which asks whether it may."""

    image = models.ForeignKey(Photo, models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


FIT = Q(shows_person=False, shows_child=False) | Q(shows_person__isnull=False, consented=True)


class PhotoUse(models.Model):
    """A published page shows this photo: written when the page is published, gone when it is not."""

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="uses")
    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["photo", "page"], name="photo_use_once")]

    def __str__(self):
        return f"{self.photo_id} → {self.page_id}"
