"""Addresses of this room. What no other address takes is a page of the newsroom, found by its path."""

from django.urls import path

from kheo.portal import feeds
from kheo.portal.views import directives, letters, library, notices, pages, pictures, places, search, words

app_name = "portal"

urlpatterns = [
    path("", pages.page, name="home"),
    path("mo-hinh/", library.library, name="library"),
    path("mo-hinh/<slug:address>-<int:pk>/", library.exemplar, name="exemplar"),
    path("mo-hinh/noi-co-mo-hinh/", library.places, name="library_places"),
    path("mo-hinh/<int:pk>/con-hoat-dong/", words.word, name="word"),
    path("gop-y/", letters.feedback, name="feedback"),
    path("gop-y/tra-loi/", letters.letter_answer, name="letter_answer"),
    path("gioi-thieu-guong/", letters.suggestion, name="suggestion"),
    path("anh/<int:pk>/", library.photo, name="photo"),
    path("anh-bai/<path:name>", pictures.picture, name="picture"),
    path("van-ban/", directives.directives, name="directives"),
    path("van-ban/tep/<int:pk>/", directives.directive_file, name="directive_file"),
    path("van-ban/<slug:address>-<int:pk>/", directives.directive, name="directive"),
    path("tim-kiem/", search.search, name="search"),
    path("tim-kiem/goi-y/", search.suggest, name="suggest"),
    path("xa/", places.find, name="places"),
    path("xa/<slug:code>/", places.place, name="place"),
    path("thong-bao/<int:pk>/", notices.notice, name="notice"),
    path("thong-bao/<int:pk>/ma.svg", notices.notice_code, name="notice_code"),
    path("tin.rss", feeds.rss, name="feed_rss"),
    path("tin.atom", feeds.atom, name="feed_atom"),
    path("<slug:section>/tin.rss", feeds.rss, name="section_rss"),
    path("<slug:section>/tin.atom", feeds.atom, name="section_atom"),
    path("su-kien/lich.ics", feeds.calendar, name="calendar_feed"),
    path("su-kien/<int:pk>.ics", feeds.event, name="event_feed"),
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
    path("robots.txt", feeds.robots, name="robots"),
]
