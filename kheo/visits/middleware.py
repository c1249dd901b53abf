"""The beacon answers before anything else is asked: it wants no session, no form token and no page."""


def count(get_response):
    """Middleware: counts what is sent to the beacon's address; all else goes on."""
    return get_response
