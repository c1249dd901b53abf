"""Which old article became which page, so that a second import makes no doubles."""

from django.db import models

from kheo.portal.models.news import ArticlePage


class OldArticle(models.Model):
    """An article of an old site that was brought in: its name there and what became of it."""

    source = models.CharField("đọc từ", max_length=10)
    key = models.CharField("tên cũ", max_length=500, unique=True)
    digest = models.CharField(max_length=64)
    # A page that an editor removes leaves this row: a later import does not bring back what somebody took away.
    page = models.ForeignKey(ArticlePage, models.SET_NULL, null=True, related_name="+", verbose_name="tin bài")
    imported_at = models.DateTimeField("nhập lúc", auto_now_add=True)

    class Meta:
        verbose_name = "tin bài cũ"

    def __str__(self):
        return self.key
