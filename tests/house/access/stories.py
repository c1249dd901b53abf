"""Who may open which page of Gửi tin bài. One's own stories are walked in tests/portal, as is the newsroom's desk."""

from uuid import uuid4

from kheo.accounts.roles import Role as R

from .row import EVERYBODY, Row

SENDS = {R.OFFICER, R.UNIT_LEADER, R.SPECIALIST, R.HEAD, R.EDITOR, R.JOURNALIST}
FILE = {"name": "anh.jpg", "size": 1000}

ROWS = [
    Row("stories:story_new", SENDS, sees=lambda cast: "Tên bài"),
    Row(
        "stories:story_new", SENDS, method="POST", leaves="story.send",
        data=lambda cast: {"title": "Đường hoa", "text": "Bà con góp công."},
    ),
    Row(
        "stories:upload_open", SENDS, method="POST", is_json=True, answers=(201,),
        data=lambda cast: {"id": str(uuid4()), **FILE},
    ),
    Row("stories:mine", EVERYBODY, sees=lambda cast: "Chưa gửi tin bài nào"),  # shows nothing but one's own
]  # fmt: skip
