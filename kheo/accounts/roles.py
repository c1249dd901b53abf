"""Which role may do what. Roles are code, stored by key; who holds which role is data (`Membership`)."""

from django.db import models

from kheo.accounts.permissions import Permission as P


class Role(models.TextChoices):
    """The ten roles of design section 3."""

    OFFICER = "officer", "Cán bộ đơn vị"
    UNIT_LEADER = "unit_leader", "Lãnh đạo đơn vị"
    SPECIALIST = "specialist", "Chuyên viên cơ quan thường trực"
    HEAD = "head", "Lãnh đạo cơ quan thường trực"
    STANDING = "standing", "Thường trực cấp ủy"
    JUROR = "juror", "Thành viên hội đồng"
    EDITOR = "editor", "Biên tập viên"
    JOURNALIST = "journalist", "Nhà báo"
    VIEWER = "viewer", "Người xem"
    ADMINISTRATOR = "administrator", "Quản trị"


_SEE = {P.UNIT_VIEW, P.EXEMPLAR_VIEW, P.SUMMARY_VIEW}
_WRITE = _SEE | {P.EXEMPLAR_WRITE, P.GUIDANCE_WRITE, P.STORY_SEND}
_REVIEW = _WRITE | {
    P.EXEMPLAR_OVERSEE, P.EXEMPLAR_PUBLISH, P.REGISTRATION_REVIEW, P.RECOGNITION_ENTER, P.IMPORT_RUN,
    P.CAMPAIGN_CHANGE, P.PRIORITY_VIEW, P.PRIORITY_CHANGE, P.FEEDBACK_ANSWER, P.NOTICE_SEND,
    P.PAPER_VIEW, P.PAPER_WRITE,
}  # fmt: skip
_JUDGE = {
    P.RULES_WRITE, P.NOMINATION_VIEW, P.NOMINATION_REVIEW, P.HOLD_VIEW, P.HOLD_CHANGE, P.PANEL_CHANGE, P.SCORE_ENTER,
    P.VOTE_RUN, P.BATCH_ENTER, P.BATCH_CONFIRM, P.COMMENDATION_ENTER, P.CERTIFICATE_PRINT,
}  # fmt: skip
_DECIDE = {P.NOMINATION_DECIDE, P.BATCH_APPROVE}
_NEWS = {P.STORY_SEND, P.ARTICLE_WRITE, P.POLL_CHANGE}

GRANTS: dict[Role, set[P]] = {
    Role.OFFICER: _WRITE,
    Role.UNIT_LEADER: _WRITE | {P.EXEMPLAR_LEAD, P.REGISTRATION_FILE, P.NOMINATION_PROPOSE, P.PEOPLE_CARE},
    Role.SPECIALIST: _REVIEW | _JUDGE,
    Role.HEAD: _REVIEW | _JUDGE | _DECIDE | _NEWS | {
        P.PEOPLE_CARE, P.COMPLAINT_VIEW, P.VISITS_CHANGE, P.ARTICLE_PUBLISH, P.POLL_OPEN, P.NOMINATION_PROPOSE,
        P.RULES_APPLY, P.CONFLICT_CLEAR, P.AWARD_CHANGE,
    },
    Role.STANDING: _SEE | _DECIDE | {P.PRIORITY_VIEW, P.GUIDANCE_WRITE, P.NOMINATION_VIEW, P.HOLD_VIEW, P.PAPER_VIEW},
    Role.JUROR: {P.JURY_SIT},
    Role.EDITOR: _NEWS,
    Role.JOURNALIST: {P.STORY_SEND},
    Role.VIEWER: _SEE,
    Role.ADMINISTRATOR: {
        P.UNIT_VIEW, P.UNIT_CHANGE, P.PEOPLE_CARE, P.MEMBERSHIP_GRANT, P.ACCESS_EXPLAIN, P.AUDIT_VIEW,
        P.PERSONAL_ERASE, P.VISITS_CHANGE, P.NOTICE_OVERSEE,
    },
}  # fmt: skip

# A commune's committee also reads what units that stand in its place do, though they report along another line.
BY_PLACE = {P.UNIT_VIEW, P.EXEMPLAR_VIEW, P.SUMMARY_VIEW, P.GUIDANCE_WRITE}

# Which roles whoever holds a role may give (and take, and whose holders they may look after), in its unit and below.
# Standing committees and administrators are named by administrators alone.
_UNIT = {Role.OFFICER, Role.UNIT_LEADER, Role.VIEWER}
GIVES: dict[Role, set[Role]] = {
    Role.UNIT_LEADER: _UNIT,
    Role.HEAD: _UNIT | {Role.SPECIALIST, Role.HEAD, Role.JUROR, Role.EDITOR, Role.JOURNALIST},
    Role.ADMINISTRATOR: set(Role),
}
