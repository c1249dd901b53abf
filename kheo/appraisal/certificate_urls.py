"""Where anyone checks a certificate; in capitals as well, as a QR code writes it."""

from django.urls import path

from kheo.appraisal.views import certificates

app_name = "certificates"

urlpatterns = [
    path("xac-minh/", certificates.lookup, name="lookup"),
    path("xac-minh/<str:code>/", certificates.check, name="check"),
    path("XAC-MINH/<str:code>/", certificates.check, name="scanned"),
]
