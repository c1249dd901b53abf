"""Fields of Wagtail's forms that it names by their names in code, with no word that a catalogue could translate."""

from wagtail.admin.forms import choosers

LINK_TEXT = "Chữ hiển thị"
LABELS = {
    choosers.ExternalLinkChooserForm: {"link_text": LINK_TEXT},
    choosers.AnchorLinkChooserForm: {"url": "Tên điểm neo", "link_text": LINK_TEXT},
    choosers.EmailLinkChooserForm: {
        "email_address": "Địa chỉ thư điện tử",
        "link_text": LINK_TEXT,
        "subject": "Tiêu đề thư",
        "body": "Nội dung thư",
    },
    choosers.PhoneLinkChooserForm: {"phone_number": "Số điện thoại", "link_text": LINK_TEXT},
}


def put() -> None:
    """Name them, once, as the room begins."""
    for form, labels in LABELS.items():
        for name, label in labels.items():
            form.base_fields[name].label = label
