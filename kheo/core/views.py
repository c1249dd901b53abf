"""The gallery of components: open only while building or showing Khéo."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.messages.storage.base import Message
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kheo.core import samples

FRAMES = {"lam-viec": "work.html", "cong": "public.html", "mot-viec": "plain.html"}


@login_not_required
@require_GET
def gallery(request):
    """Every component in every state, in both schemes; `?khung=` chooses the frame around them."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    frame = FRAMES.get(request.GET.get("khung", ""), FRAMES["lam-viec"])
    context = {
        "frame": frame,
        "groups": [(group, samples.drawn(group)) for group in samples.GROUPS],
        "rail": samples.rail(request.path),
        "person_line": "Chuyên viên, Ban Tuyên giáo và Dân vận Tỉnh ủy",
        "body_name": "Đảng bộ tỉnh Quảng Trị",
        "messages": [Message(25, "Đã lưu mô hình “Bến bãi bình yên”.")],
    }
    return render(request, "core/gallery.html", context)
