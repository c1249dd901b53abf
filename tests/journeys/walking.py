"""How a journey goes through the app on a phone: someone signs in, opens pages, and axe looks at each."""

from tests.browsing import follow, sign_in

PHONE = {"width": 390, "height": 844}


class Walker:
    """One person with a phone. Each page they come to must hold for axe and fit the screen."""

    def __init__(self, page, live_server, axe_finds):
        self.page, self.server, self.axe_finds = page, live_server, axe_finds
        page.set_viewport_size(PHONE)

    def sign_in(self, user) -> "Walker":
        """Come in as `user`, as if they had signed in before."""
        self.page.context.clear_cookies()
        sign_in(self.page.context, user, self.server)
        return self

    def open(self, address: str) -> "Walker":
        self.page.goto(address)
        return self.look()

    def press(self, name: str, *, exact: bool = True) -> "Walker":
        """Press the first visible button of that name, and look at the page it leads to."""
        follow(self.page.get_by_role("button", name=name, exact=exact).first)
        return self.look()

    def go(self, name: str, *, exact: bool = False) -> "Walker":
        """Follow the first link of that name, and look at the page it leads to."""
        follow(self.page.get_by_role("link", name=name, exact=exact).first)
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
