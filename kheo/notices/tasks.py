"""What a worker does in the background (`manage.py db_worker`): it sends the mail that is due."""

from django_tasks import task

from kheo.notices.actions import mails


@task()
def send_mails() -> None:
    mails.send_due()


def ask() -> None:
    """Hand the waiting mail to a worker."""
    send_mails.enqueue()
