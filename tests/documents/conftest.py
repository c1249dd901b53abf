"""LibreOffice for the tests that convert DOCX; without one they are skipped loudly, and fail where CI is set."""

import os

import pytest

from kheo.documents.paper import Form
from kheo.documents.typesetting import to_docx, to_pdf
from kheo.documents.typesetting.letters import FONTS
from tests.documents.reading import ReadPdf
from tests.documents.samples import TODAY, papers
from tools.office import convert, office


@pytest.fixture(scope="session")
def needs_office():
    if office() is None:
        refuse = pytest.fail if os.environ.get("CI") else pytest.skip
        refuse("KHÔNG có LibreOffice, kiểm thử chuyển DOCX không chạy: script/setup --office")


@pytest.fixture(scope="session")
def converted(needs_office, tmp_path_factory):
    """Every sample as (our PDF, LibreOffice's PDF of our DOCX), both read back; converted in one run."""
    folder = tmp_path_factory.mktemp("office")
    samples = {f"{form.value} {name}": paper for form in Form for name, paper in papers(form).items()}
    for name, paper in samples.items():
        (folder / f"{name}.docx").write_bytes(to_docx(paper, today=TODAY))
    convert([folder / f"{name}.docx" for name in samples], folder, FONTS)
    return {
        name: (ReadPdf(to_pdf(paper, today=TODAY)), ReadPdf((folder / f"{name}.pdf").read_bytes()))
        for name, paper in samples.items()
    }
