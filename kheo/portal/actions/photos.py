"""What the newsroom does to a photo of the portal: parts of it made unrecognisable."""

from collections.abc import Collection
from functools import partial

from django.db import transaction

from kheo.audit.models import record
from kheo.core import filechecks as checks
from kheo.core.pagecache import forget_on_commit
from kheo.movement.lifecycle.move import NotYet
from kheo.portal.models import Photo
from kheo.portal.newsroom import require_entry

CHANGED = "Ảnh vừa được người khác sửa. Hãy mở lại trang rồi làm tiếp."


def blur(photo: Photo, cells: Collection[int], *, grid: int, by) -> Photo:
    """Make cells of the photo unrecognisable, for good: the file as it was, and every smaller copy, are deleted.

    Whether somebody is still recognised is asked anew.
    """
    require_entry(by)
    cells = set(cells)
    if grid not in checks.GRIDS or not cells or not cells <= set(range(grid * grid)):
        raise NotYet("Hãy chọn ít nhất một ô cần che.")
    with photo.file.open("rb") as file:
        clean = checks.blurred(file.read(), cells, grid=grid)
    with transaction.atomic():
        held = Photo.objects.select_for_update(of=("self",)).get(pk=photo.pk)
        if held.file.name != photo.file.name:
            raise NotYet(CHANGED)
        storage, former = held.file.storage, held.file.name
        held.shows_person = None
        held.put(clean)
        record("photo.blur", held, by=by, grid=grid, cells=sorted(cells))
        transaction.on_commit(partial(storage.delete, former))
        forget_on_commit()
    return held
