"""Addresses of the portal in the working app: stories sent in, what the public sends."""

from django.urls import path, re_path

from kheo.portal.views import desk, stories

app_name = "stories"

urlpatterns = [
    path("gui-tin-bai/", stories.story_new, name="story_new"),
    path("gui-tin-bai/tai-len/", stories.upload_open, name="upload_open"),
    path("gui-tin-bai/tai-len/<uuid:upload>/", stories.upload_piece, name="upload_piece"),
    path("tin-bai-cua-toi/", stories.mine, name="mine"),
    path("tin-bai/", desk.desk, name="desk"),
    path("tin-bai/<int:pk>/", stories.story, name="story"),
    path("tin-bai/<int:pk>/anh/", stories.story_photos_save, name="story_photos"),
    path("tin-bai/<int:pk>/anh/<int:place>/bo/", stories.story_photo_remove, name="story_photo_remove"),
    path("tin-bai/<int:pk>/rut/", stories.story_withdraw, name="story_withdraw"),
    path("tin-bai/<int:pk>/nhan/", desk.story_take, name="story_take"),
    path("tin-bai/<int:pk>/khong-dung/", desk.story_decline, name="story_decline"),
    re_path(r"^tin-bai/anh/(?P<pk>\d+)/(?P<part>anh|nho)/$", stories.story_photo, name="story_photo"),
]
