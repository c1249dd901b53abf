"""A double click acts once."""

import threading

import pytest
from django.contrib import messages
from django.db import connections
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template import Context, Template
from django.test import Client
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from kheo.accounts.models import Receipt
from kheo.accounts.receipts import AGAIN, once
from kheo.units.models import Cluster
from tests import make

meeting = threading.Barrier(2)


@csrf_exempt
@require_POST
@once
def add(request):
    name = request.POST["name"]
    if name == "":
        return HttpResponse("Chưa ghi tên", status=422)
    if name == "refused":
        messages.error(request, "Chưa được")
        return redirect("/somewhere/")
    if name == "broken":
        Cluster.objects.create(name="nửa chừng")
        raise ZeroDivisionError
    cluster = Cluster.objects.create(name=f"{name} {Cluster.objects.count()}")
    return redirect(f"/cluster/{cluster.pk}/")


urlpatterns = [path("add/", add)]
pytestmark = pytest.mark.urls(__name__)


def signed_in():
    client = Client()
    client.force_login(make.user())
    return client


def press(client, name="cụm", mark="dấu"):
    return client.post("/add/", {"name": name, "once": mark})


@pytest.mark.django_db
def test_second_press_acts_no_more_and_leads_to_the_same_place():
    client = signed_in()

    first, second = press(client), press(client)

    assert Cluster.objects.count() == 1
    assert first["Location"] == second["Location"] == f"/cluster/{Cluster.objects.get().pk}/"
    assert [str(message) for message in messages.get_messages(second.wsgi_request)] == [AGAIN]


@pytest.mark.django_db
def test_another_mark_or_another_person_or_no_mark_acts_again():
    client = signed_in()

    press(client, mark="một")
    press(client, mark="hai")
    press(signed_in(), mark="một")
    press(client, mark="")

    assert Cluster.objects.count() == 4


@pytest.mark.django_db
@pytest.mark.parametrize("refused", ["", "refused"])
def test_a_refused_form_may_be_sent_again_with_its_mark(refused):
    client = signed_in()

    press(client, name=refused)
    mended = press(client, name="cụm")

    assert Cluster.objects.count() == 1
    assert mended["Location"] == f"/cluster/{Cluster.objects.get().pk}/"


@pytest.mark.django_db
def test_a_view_that_breaks_leaves_nothing():
    client = signed_in()

    with pytest.raises(ZeroDivisionError):
        press(client, name="broken")

    assert (Cluster.objects.count(), Receipt.objects.count()) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_the_same_moment_act_once():
    person, answers = make.user(), []

    def press_now():
        client = Client()
        client.force_login(person)
        meeting.wait(10)
        answers.append(press(client)["Location"])
        connections.close_all()

    threads = [threading.Thread(target=press_now) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert Cluster.objects.count() == 1
    assert answers == [f"/cluster/{Cluster.objects.get().pk}/"] * 2


def test_the_tag_gives_a_fresh_mark_each_time():
    drawn = {Template("{% once %}").render(Context()) for _ in range(3)}

    assert len(drawn) == 3
    assert all(tag.startswith('<input type="hidden" name="once" value="') for tag in drawn)
