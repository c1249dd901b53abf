"""Every name read from the environment is explained once, in the same words everywhere."""

import re

from .sources import ROOT, tracked

READ = re.compile(r'env\.\w+\(\s*"([A-Z_]+)"')
SAMPLE = re.compile(r"^#? ?([A-Z][A-Z_]+)=", re.MULTILINE)
EXPLAINED = re.compile(r"^\| `([A-Z_]+)`", re.MULTILINE)
OURS = re.compile(r"\bKHEO_[A-Z_]+\b")
SECTION = "## Cho người phát triển"


def read(name):
    return (ROOT / name).read_text("utf-8")


def documented():
    served, _, developers = read("docs/operations/settings.md").partition(SECTION)
    return set(EXPLAINED.findall(served)), set(EXPLAINED.findall(developers))


def test_settings_example_and_page_name_the_same_variables():
    settings = set(READ.findall(read("config/settings.py")))

    assert set(SAMPLE.findall(read(".env.example"))) == settings
    assert documented()[0] == settings


def test_every_variable_of_ours_used_anywhere_is_on_the_page():
    places = [path for path in tracked() if path.parts[0] in ("script", ".ci", "tools", "config", "kheo")]
    used = {name for path in places if path.suffix in ("", ".py") for name in OURS.findall(read(path))}

    assert used - set.union(*documented()) == set()
