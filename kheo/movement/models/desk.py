"""What a person keeps at the desk: saved views of the register, drafts that save themselves."""

from django.db import models

from kheo.accounts.models import User


class SavedView(models.Model):
    """A named set of filters of the register list."""

    user = models.ForeignKey(User, models.CASCADE, related_name="saved_views")
    name = models.CharField("tên", max_length=80)
    query = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["user", "name"], name="saved_view_name_once")]

    def __str__(self):
        return self.name


class Draft(models.Model):
    """What a person typed into a form and has not sent. Its form is known by `form` and `about`."""

    user = models.ForeignKey(User, models.CASCADE, related_name="drafts")
    form = models.CharField(max_length=60)
    about = models.CharField(max_length=60, blank=True)
    data = models.JSONField(default=dict)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "form", "about"], name="draft_once_a_form")]

    def __str__(self):
        return f"{self.form} {self.about}".strip()
