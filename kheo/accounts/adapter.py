"""What allauth is told of this house: nobody signs up alone, and no mail is needed."""

from allauth.account.adapter import DefaultAccountAdapter


class Adapter(DefaultAccountAdapter):
    """The public does not register; people come by invitation."""

    def is_open_for_signup(self, request):
        return False
