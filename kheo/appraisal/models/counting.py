"""Figures of a count, and the sums that hold between them; no database."""

from dataclasses import dataclass

from kheo.core.vietnamese import format_number


@dataclass(frozen=True)
class Sheet:
    """Ballots of one vote: handed out, returned, spoilt."""

    handed_out: int
    returned: int
    spoilt: int

    @property
    def valid(self) -> int:
        return self.returned - self.spoilt

    def why_wrong(self, present: int) -> str | None:
        said = [format_number(each) for each in (self.handed_out, self.returned, self.spoilt, present)]
        if self.handed_out > present:
            return f"Số phiếu phát ra ({said[0]}) nhiều hơn số thành viên có mặt ({said[3]})."
        if self.returned > self.handed_out:
            return f"Số phiếu thu về ({said[1]}) nhiều hơn số phiếu phát ra ({said[0]})."
        if self.spoilt > self.returned:
            return f"Số phiếu không hợp lệ ({said[2]}) nhiều hơn số phiếu thu về ({said[1]})."
        return None


@dataclass(frozen=True)
class Count:
    """What one file got."""

    agreed: int
    opposed: int
    blank: int

    @property
    def total(self) -> int:
        return self.agreed + self.opposed + self.blank

    def why_wrong(self, valid: int, entitled: int, present: int) -> str | None:
        """All valid ballots answer the file, less those of whoever sits it out.

        Exactly so where every ballot came back valid. Where some did not, nobody knows whose they were, so the total may
        be anything between "all missing ones were of those who sit out" and "none was".
        """
        least, most = max(valid - (present - entitled), 0), min(valid, entitled)
        if least <= self.total <= most:
            return None
        asked = format_number(most) if least == most else f"từ {format_number(least)} đến {format_number(most)}"
        return (
            f"đồng ý, không đồng ý và phiếu trắng cộng lại là {format_number(self.total)}; phải là {asked} "
            f"(số phiếu hợp lệ trừ phiếu của người không được bỏ phiếu hồ sơ này)."
        )
