"""Addresses of the portal in the working app: stories sent in, what the public sends."""

from django.urls import path, re_path

from kheo.portal.lifecycle.letter import LETTER_MOVES
from kheo.portal.views import desk, fees, letter_desk, stories

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
    path("nhuan-but/", fees.month, name="fees"),
    path("nhuan-but/tin-bai/", fees.works, name="fee_works"),
    path("nhuan-but/bang-tinh/", fees.download, name="fee_download"),
    path("nhuan-but/muc/", fees.rate_set, name="fee_rate"),
    path("gop-y/", letter_desk.letter_list, name="letters"),
    re_path(r"^gop-y/(?P<which>chuyen|xong|han-che)/$", letter_desk.letter_list, name="letters_of"),
    path("gop-y/tieng-noi/", letter_desk.voices, name="voices"),
    path("gop-y/noi-tiep-nhan/", letter_desk.referral_list, name="referrals"),
    path("gop-y/noi-tiep-nhan/moi/", letter_desk.referral_new, name="referral_new"),
    path("gop-y/noi-tiep-nhan/<int:pk>/", letter_desk.referral_edit, name="referral_edit"),
    path("gop-y/anh/<int:pk>/", letter_desk.letter_photo, name="letter_photo"),
    path("gop-y/<int:pk>/", letter_desk.letter_detail, name="letter"),
    re_path(
        rf"^gop-y/(?P<pk>\d+)/buoc/(?P<move>{'|'.join(LETTER_MOVES)})/$",
        letter_desk.letter_advance,
        name="letter_advance",
    ),
]
