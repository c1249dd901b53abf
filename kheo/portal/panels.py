"""The panel of Soát lỗi on an article's edit page."""

from wagtail.admin.panels import Panel

from kheo.portal.proofing import pieces, written_on

SHOWN = 12


class ProofreadingPanel(Panel):
    """How many places of the newest version want another look, the first of them, and the way to mend them."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "portal/panels/proofreading.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            page = self.instance
            told = pieces(page, on=written_on(page)) if page.pk else []
            marks = [mark for piece in told for mark in piece.marks]
            return context | {"marks": marks[:SHOWN], "count": len(marks), "page": page}
