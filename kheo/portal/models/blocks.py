"""What the body of an article or page is made of."""

from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link", "blockquote", "hr"]


class PhotoBlock(blocks.StructBlock):
    """A photo with its caption; the credit is the photo's own."""

    photo = ImageChooserBlock(label="Ảnh")
    caption = blocks.CharBlock(label="Chú thích ảnh", max_length=300, required=False)

    class Meta:
        icon = "image"
        label = "Ảnh"
        template = "portal/blocks/photo.html"


class QuoteBlock(blocks.StructBlock):
    """Somebody's words."""

    words = blocks.TextBlock(label="Lời trích", max_length=1000)
    who = blocks.CharBlock(label="Người nói", max_length=200, required=False)

    class Meta:
        icon = "openquote"
        label = "Lời trích"
        template = "portal/blocks/quote.html"


class FileBlock(blocks.StructBlock):
    """A file to take along."""

    file = DocumentChooserBlock(label="Tệp")
    words = blocks.CharBlock(label="Tên hiện trên trang", max_length=200, required=False)

    class Meta:
        icon = "doc-full"
        label = "Tệp tải về"
        template = "portal/blocks/file.html"


class BodyBlock(blocks.StreamBlock):
    """Text, photos, quotes, tables and files, in the order they are read."""

    text = blocks.RichTextBlock(label="Đoạn văn", features=FEATURES, template="portal/blocks/text.html")
    photo = PhotoBlock()
    quote = QuoteBlock()
    table = TableBlock(
        label="Bảng",
        template="portal/blocks/table.html",
        table_options={"language": "vi-VN", "contextMenu": True},
    )
    file = FileBlock()

    class Meta:
        label = "Nội dung"
