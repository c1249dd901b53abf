"""The libraries' words in Vietnamese: what is not said yet, taking in what was translated, compiling the catalogues.

`python -m tools.words missing FILE` writes what is not translated as JSON; `take FILE` puts it into locale/vi after
checking it; `compile` makes the .mo files. Vietnamese has one plural form.
"""

import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]
OURS = ROOT / "locale/vi/LC_MESSAGES"
DOMAINS = ("django", "djangojs")
# Packages whose words somebody can meet; Django's own admin, its postgres fields and its maps are not used here.
PACKAGES = (
    "django.conf", "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.humanize",
    "django.contrib.sessions", "allauth", "django_filters", "rest_framework", "taggit", "treebeard", "modelsearch",
    "wagtail", "wagtail.admin", "wagtail.contrib.forms", "wagtail.contrib.redirects", "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation", "wagtail.contrib.search_promotions", "wagtail.contrib.table_block",
    "wagtail.contrib.typed_table_block", "wagtail.documents", "wagtail.embeds", "wagtail.images", "wagtail.locales",
    "wagtail.search", "wagtail.sites", "wagtail.snippets", "wagtail.users",
)  # fmt: skip
NAMES_OF_LANGUAGES = re.compile(r"^[A-Z][\w() -]+$")  # django.conf lists a hundred languages; we offer one
PLACEHOLDER = re.compile(r"%\(\w+\)[sdf]|%[sd]|%%|\{\w*\}|</?\w+[^>]*>")


@dataclass(frozen=True)
class Word:
    """One message of a library: `key` is what gettext looks it up by."""

    domain: str
    package: str
    context: str
    text: str
    plural: str
    note: str

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.text


def words(domain: str) -> Iterator[Word]:
    """Every message of the packages, from their English catalogue or, where none is shipped, their fullest one."""
    for package in PACKAGES:
        if catalogue := _source(package, domain):
            for entry in polib.pofile(str(catalogue)):
                if entry.msgid and not entry.obsolete:
                    note = "; ".join(filter(None, [entry.comment, *(where for where, _ in entry.occurrences[:1])]))
                    yield Word(domain, package, entry.msgctxt or "", entry.msgid, entry.msgid_plural or "", note)


def _folder(package: str) -> Path | None:
    spec = importlib.util.find_spec(package)
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0]) / "locale" if places else None


def _source(package: str, domain: str) -> Path | None:
    folder = _folder(package)
    if not folder:
        return None
    english = folder / "en/LC_MESSAGES" / f"{domain}.po"
    others = sorted(folder.glob(f"*/LC_MESSAGES/{domain}.po"), key=lambda path: path.stat().st_size)
    return english if english.exists() else others[-1] if others else None


def said_by_packages(domain: str) -> set[tuple[str, str]]:
    """What the packages themselves say in Vietnamese."""
    said = set()
    for package in PACKAGES:
        folder = _folder(package)
        path = folder / "vi/LC_MESSAGES" / f"{domain}.po" if folder else None
        if path and path.exists():
            said |= {(entry.msgctxt or "", entry.msgid) for entry in polib.pofile(str(path)) if entry.translated()}
    return said


def ours(domain: str) -> polib.POFile:
    """Our own catalogue of this domain, new and empty where there is none."""
    path = OURS / f"{domain}.po"
    if path.exists():
        return polib.pofile(str(path), wrapwidth=118)
    catalogue = polib.POFile(wrapwidth=118)
    catalogue.metadata = {
        "Language": "vi", "MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit", "Plural-Forms": "nplurals=1; plural=0;",
    }  # fmt: skip
    return catalogue


def missing() -> list[Word]:
    """What neither the packages nor we say in Vietnamese, each once."""
    found: dict[tuple, Word] = {}
    for domain in DOMAINS:
        said = said_by_packages(domain) | {(e.msgctxt or "", e.msgid) for e in ours(domain) if e.translated()}
        for word in words(domain):
            if word.key in said or (word.package == "django.conf" and NAMES_OF_LANGUAGES.match(word.text)):
                continue
            found.setdefault((domain, *word.key), word)
    return list(found.values())


MAY_GO = "%(model_name)s"  # where Wagtail itself has no name to put ("1-5 of 5 None"), the sentence names the thing


def faults(text: str, translated: str) -> list[str]:
    """What a translation lost or added: placeholders and tags must be the same, and nothing may be empty."""
    wanted, given = sorted(PLACEHOLDER.findall(text)), sorted(PLACEHOLDER.findall(translated))
    if MAY_GO not in given:
        wanted = [each for each in wanted if each != MAY_GO]
    found = [f"{sorted(set(wanted) ^ set(given)) or 'số lần'} khác nhau"] if wanted != given else []
    if not translated.strip():
        found.append("để trống")
    if text[:1].isspace() != translated[:1].isspace() or text[-1:].isspace() != translated[-1:].isspace():
        found.append("khoảng trắng ở đầu hoặc cuối khác nhau")
    return found


def take(rows: list[dict]) -> list[str]:
    """Put translated rows (as `missing` wrote them, with `vi` added) into our catalogues; says what was refused."""
    refused = []
    for domain in DOMAINS:
        catalogue = ours(domain)
        known = {(entry.msgctxt or "", entry.msgid): entry for entry in catalogue}
        for row in (row for row in rows if row["domain"] == domain and row.get("vi")):
            # With one plural form the sentence follows the plural: that is the one which names the number.
            if wrong := faults(row["plural"] or row["text"], row["vi"]):
                refused.append(f"{row['text'][:60]!r} → {row['vi'][:60]!r}: {', '.join(wrong)}")
                continue
            entry = known.get((row["context"], row["text"]))
            if entry is None:
                entry = polib.POEntry(msgid=row["text"], msgctxt=row["context"] or None)
                entry.comment = row["package"]
                catalogue.append(entry)
            if row["plural"]:
                entry.msgid_plural, entry.msgstr_plural = row["plural"], {0: row["vi"]}
            else:
                entry.msgstr = row["vi"]
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
            if "%" in row["text"] and "python-format" not in entry.flags and "%(" in row["text"]:
                entry.flags.append("python-format")
        if len(catalogue):
            catalogue.save(str(OURS / f"{domain}.po"))
    return refused


def compile_all() -> None:
    for domain in DOMAINS:
        if (OURS / f"{domain}.po").exists():
            ours(domain).save_as_mofile(str(OURS / f"{domain}.mo"))


def main(arguments: list[str]) -> int:
    match arguments:
        case ["missing", path]:
            rows = [vars(word) | {"vi": ""} for word in missing()]
            Path(path).write_text(json.dumps(rows, ensure_ascii=False, indent=1), "utf-8")
            print(f"{len(rows)} câu chưa có tiếng Việt: {path}")
        case ["take", path]:
            refused = take(json.loads(Path(path).read_text("utf-8")))
            compile_all()
            print("\n".join([*refused, f"Không nhận {len(refused)} câu."]))
        case ["compile"]:
            compile_all()
        case _:
            print(__doc__)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
