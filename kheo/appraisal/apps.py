"""How Django finds this room, and its lines of the working frame's rail."""

from django.apps import AppConfig


class AppraisalConfig(AppConfig):
    name = "kheo.appraisal"
    label = "appraisal"
    verbose_name = "Thẩm định, công nhận"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Models are there only once all rooms are loaded.
        from kheo.accounts.permissions import Permission as P
        from kheo.accounts.rail import Entry, register
        from kheo.appraisal import mail, parts, trail_words
        from kheo.appraisal.queries import (
            commendations,
            file_papers,
            files,
            panel,
            printing,
            scoring,
            sheets_part,
            waiting,
        )
        from kheo.appraisal.queries.votes import result_for, waiting_ballots
        from kheo.appraisal.views.drafting import desk_of_round
        from kheo.movement import merging, panels

        trail_words.tell()
        merging.listen(waiting.why_not_merge)
        panels.register(panel.proposals, printing.papers_of, commendations.of_exemplar)
        panels.register_heaps(*waiting.HEAPS)
        parts.register(
            parts.Part("appraisal/_sheets.html", sheets_part.sheets_part, order=20),
            parts.Part("appraisal/_visits.html", files.visits_part, order=30),
            parts.Part("appraisal/_votes.html", result_for, order=35),
            parts.Part("appraisal/_holds.html", files.holds_part, order=10, aside=True),
            parts.Part("appraisal/_file_papers.html", file_papers.papers_part, order=30, aside=True),
            parts.Part("appraisal/_consultations.html", files.consultations_part, order=40, aside=True),
            parts.Part("appraisal/_comments.html", files.comments_part, order=50, aside=True),
        )
        panels.register_beside(desk_of_round)
        mail.keep_out_of_mail()
        group = "Xét công nhận"
        register(
            Entry(
                "Đề nghị gửi đến", "appraisal:nomination_list", (P.NOMINATION_VIEW,), group=group, order=10,
                count=waiting.waiting_count,
            ),
            Entry("Đề nghị của đơn vị", "appraisal:proposal_list", (P.EXEMPLAR_VIEW,), group=group, order=15),
            Entry("Tạm chưa xét", "appraisal:hold_list", (P.HOLD_VIEW,), group=group, order=20),
            Entry(
                "Hiệp y", "appraisal:consultation_list", (P.NOMINATION_REVIEW, P.NOMINATION_PROPOSE), group=group,
                order=42,
            ),
            Entry("Ý kiến của người dân", "appraisal:comment_list", (P.NOMINATION_REVIEW,), group=group, order=44),
            Entry("Khen thưởng", "appraisal:commendation_list", (P.EXEMPLAR_VIEW,), group=group, order=70),
            Entry("Bộ tiêu chí", "appraisal:rule_set_list", (P.EXEMPLAR_VIEW, P.RULES_WRITE), group=group, order=80),
            Entry("Tờ trình", "appraisal:submission_list", (P.NOMINATION_VIEW,), group=group, order=50),
            Entry("Đợt công nhận", "appraisal:batch_list", (P.NOMINATION_VIEW,), group=group, order=60),
            Entry(
                "Bỏ phiếu", "appraisal:vote_list", (P.VOTE_RUN, P.JURY_SIT), group=group, order=40,
                count=waiting_ballots, begins_day=False,
            ),
            Entry(
                "Hồ sơ được giao", "appraisal:my_files", order=12, count=scoring.waiting_for, admits=scoring.sits,
            ),
            Entry(
                "Hội đồng, phân công", "appraisal:panel_list", (P.NOMINATION_VIEW,), group=group, order=30,
            ),
            Entry("Xếp hạng", "appraisal:ranking_list", (P.NOMINATION_VIEW,), group=group, order=35),
        )  # fmt: skip
