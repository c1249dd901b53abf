"""A view is counted once, for readers of published pages only, and for one network no more than its allowance."""

import pytest

from kheo.visits import countable, queries

pytestmark = pytest.mark.django_db

CHROME = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36"
PUBLISHED = {"12": "tin-co-so", "13": "tin-co-so", "14": "tin-tuc"}


@pytest.fixture(autouse=True)
def pages():
    countable.register("thu", PUBLISHED.get)


def send(client, key, *, address="10.0.0.1", agent=CHROME, **more):
    body = f"t={key}"
    kind = "application/x-www-form-urlencoded"
    return client.post("/dem/", body, kind, REMOTE_ADDR=address, HTTP_USER_AGENT=agent, **more).status_code


def test_a_view_is_counted_and_its_repeat_is_not(client):
    assert [send(client, "thu:12"), send(client, "thu:12"), send(client, "thu:13")] == [202, 204, 202]

    assert queries.views_of(["thu:12", "thu:13", "thu:14"]) == {"thu:12": 1, "thu:13": 1, "thu:14": 0}


def test_live_figures_are_handed_out(client):
    send(client, "thu:12")

    figures = client.get("/dem/so/?t=thu:12&t=thu:14&t=la:1").json()

    assert figures == {"views": {"thu:12": 1, "thu:14": 0}, "guests": 1, "members": 0, "total": 1, "site": 1}
