"""How a journey goes through the app on a phone: someone signs in, opens pages, and axe looks at each."""

from django.test import Client

PHONE = {"width": 390, "height": 844}


class Walker:
    """One person with a phone. Each page they come to must hold for axe and fit the screen."""

    def __init__(self, page, live_server, axe_finds):
        self.page, self.server, self.axe_finds = page, live_server, axe_finds
        page.set_viewport_size(PHONE)

    def sign_in(self, user) -> "Walker":
        """Come in as `user`, as if they had signed in before."""
        client = Client()
        client.force_login(user)
        self.page.context.clear_cookies()
        session = client.cookies["sessionid"].value
        self.page.context.add_cookies([{"name": "sessionid", "value": session, "url": self.server.url}])
        return self

    def open(self, address: str) -> "Walker":
        self.page.goto(address)
        return self.look()

    def press(self, name: str, *, exact: bool = True) -> "Walker":
        """Press the first visible button of that name, and look at the page it leads to."""
        self.page.get_by_role("button", name=name, exact=exact).first.click()
        self.page.wait_for_load_state()
        return self.look()

    def unfold(self, name: str) -> "Walker":
        """Open a folded part by the words on it."""
        self.page.locator("summary", has_text=name).first.click()
        return self

    def look(self) -> "Walker":
        assert self.axe_finds(self.page) == []
        width = self.page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"]
        return self

    def reads(self, words: str) -> bool:
        return words in self.page.inner_text("main")
