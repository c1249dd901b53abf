"""How the tests of pages over units sign in, name an address and read an answer."""

from urllib.parse import urlencode

from django.urls import reverse

from .. import make


def sign_in(client, role, place):
    person = make.member(role, place)
    client.force_login(person)
    return person


def at(name, *args, **query):
    return reverse(f"accounts:{name}", args=args) + (f"?{urlencode(query)}" if query else "")


def text_of(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def messages_of(response):
    return [str(message) for message in response.context["messages"]]
