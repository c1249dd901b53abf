"""What is asked of a photo when it comes in."""

from wagtail.images.forms import BaseImageForm

from kheo.portal.forms.checked import CheckedFile


class PhotoForm(CheckedFile, BaseImageForm):
    """The description and the three answers are asked for at once; a file that is no photo is refused in words."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "description" in self.fields:
            self.fields["description"].label = "Mô tả ảnh cho người không nhìn thấy ảnh"
            self.fields["description"].required = True
        if "shows_person" in self.fields:
            self.fields["shows_person"].required = False
