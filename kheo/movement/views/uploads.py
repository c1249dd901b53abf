"""The door for files in pieces: open (POST), how far (HEAD), a piece (PATCH). core/static/core/js/upload.js calls it."""

import json
from uuid import UUID

from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse, JsonResponse
from django.http.request import UnreadablePostError
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from kheo.accounts.access import require
from kheo.accounts.permissions import Permission
from kheo.core import filechecks as checks
from kheo.movement.actions import uploads
from kheo.movement.models import Exemplar, Upload

NOT_READ = "yêu cầu gửi tệp không đọc được; hãy tải lại trang rồi chọn lại tệp"


@never_cache
@require_POST
def upload_open(request, pk):
    """{"id", "name", "size"} → 201 with Upload-Offset; asking twice for one id answers how much is there."""
    exemplar = get_object_or_404(Exemplar.objects.visible_to(request.user).select_related("unit"), pk=pk)
    require(request.user, Permission.EXEMPLAR_WRITE, exemplar.unit)
    return opened(request, exemplar)


def opened(request, exemplar: Exemplar | None) -> HttpResponse:
    """The answer to opening an upload for an exemplar, or for a story where there is none."""
    try:
        said = json.loads(request.body)
        id_, name, size = UUID(said["id"]), str(said["name"]), int(said["size"])
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError, RequestDataTooBig):
        return _refused(NOT_READ, 400)
    try:
        upload = uploads.begin(exemplar, id_, name=name, size=size, by=request.user)
    except uploads.TooMany as reason:
        return _refused(str(reason), 422)
    except checks.BadFile as reason:
        return _refused(str(reason), 415)
    return _at(uploads.offset_of(upload), 201)


@never_cache
@require_http_methods(["HEAD", "PATCH"])
def upload_piece(request, pk, upload):
    """HEAD: the true offset. PATCH with Upload-Offset: 204 and the new one, or 409 and the true one."""
    found = Upload.objects.filter(exemplar__in=Exemplar.objects.visible_to(request.user), by=request.user)
    return gone_on(request, get_object_or_404(found.select_related("exemplar__unit"), pk=upload, exemplar__pk=pk))


def gone_on(request, kept: Upload) -> HttpResponse:
    """The answer to HEAD and PATCH of an upload of one's own."""
    if request.method == "HEAD":
        return _at(uploads.offset_of(kept), 200)
    try:
        offset, piece = int(request.headers["Upload-Offset"]), _piece(request)
        return _at(uploads.append(kept, offset, piece, by=request.user), 204)
    except uploads.OutOfStep as reason:
        return _at(reason.offset, 409)
    except RequestDataTooBig:
        return _refused("phần gửi lên lớn quá; hãy tải lại trang rồi gửi tiếp", 413)
    except checks.BadFile as reason:
        return _refused(str(reason), 422)
    except (KeyError, ValueError, UnreadablePostError):
        return _refused(NOT_READ, 400)


def _piece(request) -> bytes:
    if int(request.headers.get("Content-Length") or 0) > uploads.PIECE_LIMIT:
        raise RequestDataTooBig
    return request.body


def _at(offset: int, status: int) -> HttpResponse:
    return HttpResponse(status=status, headers={"Upload-Offset": str(offset)})


def _refused(reason: str, status: int) -> JsonResponse:
    return JsonResponse({"error": reason.rstrip(".")}, status=status)
