"""How a stored file is handed to a browser: never run, never guessed at, kept by no cache that others share."""

from django.http import FileResponse

_LOCKED_DOWN = "default-src 'none'; img-src 'self'; style-src 'none'; sandbox; frame-ancestors 'none'"


def locked_down(answer: FileResponse, public: bool = False, keep: bool = False) -> FileResponse:
    """Set what keeps a file from being run, guessed at or kept by caches that others share."""
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = _LOCKED_DOWN
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    answer["Cache-Control"] = (
        "public, max-age=3600" if public else "private, max-age=600" if keep else "private, no-store"
    )
    return answer
