"""Places counted another way: with the statistics of the standard library, over random sheets."""

import random
import statistics
from decimal import ROUND_HALF_UP, Decimal

import pytest

from kheo.accounts.roles import Role
from kheo.appraisal.actions import conflicts
from kheo.appraisal.models import Nomination, Profile, ScoreSheet
from kheo.appraisal.queries.calibration import calibration
from kheo.appraisal.queries.ranking import as_table, lines_for, ranking
from kheo.appraisal.ranking import ranked
from tests import make
from tests.appraisal import making
from tests.appraisal.judging import bench

GROUPS = ("residents", "offices", "forces", "persons")


def drawn(chance):
    """Sheets of two panels, with jurors of different severity, some equal marks and some lone sheets."""
    sheets, file = [], 0
    for panel in (1, 2):
        people = {panel * 10 + n: chance.randint(-15, 15) for n in range(chance.randint(1, 5))}
        for _ in range(chance.randint(1, 25)):
            file += 1
            group, true = chance.choice(GROUPS), chance.randint(40, 90)
            for juror in chance.sample(sorted(people), chance.randint(1, len(people))):
                total = min(max(true + people[juror] + chance.randint(-5, 5), 0), 100) * 1000 + chance.choice(
                    [0, 333, 500]
                )
                sheets.append((file, group, panel, juror, total))
    return sheets


def cents(value):
    return int(Decimal(repr(round(value, 6))).quantize(Decimal("0.01"), ROUND_HALF_UP) * 100)


def another_way(sheets):
    """The same figures from plain lists: {file: (mark, place, normal, normal place, sheets)}."""
    by_juror, by_panel, by_file, group = {}, {}, {}, {}
    for file, own, panel, juror, total in sheets:
        by_juror.setdefault((panel, juror), []).append(total / 1000)
        by_panel.setdefault(panel, []).append(total / 1000)
        by_file.setdefault(file, []).append((panel, juror, total / 1000))
        group[file] = own

    def normal(panel, juror, total):
        own = by_juror[panel, juror]
        if len(own) == 1:
            return total
        if len(set(own)) == 1:
            return statistics.mean(by_panel[panel])
        z = (total - statistics.mean(own)) / statistics.pstdev(own)
        return statistics.mean(by_panel[panel]) + z * statistics.pstdev(by_panel[panel])

    marks = {file: cents(statistics.mean(total for *_, total in got)) for file, got in by_file.items()}
    normals = {file: cents(statistics.mean(normal(*sheet) for sheet in got)) for file, got in by_file.items()}

    def place(values, file):
        return 1 + sum(values[other] > values[file] for other in values if group[other] == group[file])

    return {
        file: (marks[file], place(marks, file), normals[file], place(normals, file), len(got))
        for file, got in by_file.items()
    }


@pytest.mark.parametrize("seed", range(50))
def test_marks_and_places_are_what_the_standard_library_says(seed):
    sheets = drawn(random.Random(seed))

    got = {row.file: (row.mark, row.place, row.normal, row.normal_place, row.sheets) for row in ranked(sheets)}

    expected = another_way(sheets)
    # A mean on the edge of a hundredth may be printed either way; then places beside it may differ too.
    off = {file for file in expected if abs(got[file][2] - expected[file][2]) > 1}
    assert (off, set(got)) == (set(), set(expected))
    assert {file: (row[0], row[1], row[4]) for file, row in got.items()} == {
        file: (row[0], row[1], row[4]) for file, row in expected.items()
    }
    if all(got[file][2] == expected[file][2] for file in expected):
        assert got == expected


def test_the_order_of_the_sheets_changes_nothing():
    sheets = drawn(random.Random(7))
    shuffled = random.Random(8).sample(sheets, len(sheets))

    assert ranked(sheets) == ranked(shuffled)


def test_files_with_the_same_mark_share_a_place_and_the_next_is_skipped():
    sheets = [(1, "g", 1, 1, 80_000), (2, "g", 1, 1, 80_000), (3, "g", 1, 1, 70_000), (4, "h", 1, 1, 10_000)]

    assert [(row.file, row.place) for row in ranked(sheets)] == [(1, 1), (2, 1), (3, 3), (4, 1)]


def test_a_severe_juror_does_not_cost_a_file_its_normalised_place():
    # Files 1 and 2 by a mild juror, 3 and 4 by one who gives twenty less for the same work.
    sheets = [(1, "g", 1, 1, 90_000), (2, "g", 1, 1, 80_000), (3, "g", 1, 2, 70_000), (4, "g", 1, 2, 60_000)]

    rows = {row.file: row for row in ranked(sheets)}

    assert [rows[file].place for file in (1, 2, 3, 4)] == [1, 2, 3, 4]
    assert rows[1].normal_place == rows[3].normal_place == 1
    assert rows[2].normal_place == rows[4].normal_place == 3


@pytest.mark.django_db
def test_only_counted_sheets_of_standing_files_are_ranked():
    court = bench(3)
    one, _two, three = court.jurors
    first, second, gone = court.file(), court.file(), court.file()
    for file, marks in ((first, (80, 70, 60)), (second, (90, 80, 0)), (gone, (100, 100, 100))):
        for juror, total in zip(court.jurors, marks, strict=True):
            making.sheet(file, "council", total=total, juror=juror, panel=court.panel)
    ScoreSheet.objects.filter(nomination=second, juror=three).update(left_out_reason="Gửi muộn")
    making.sheet(first, "appraiser", total=10, juror=one)
    Nomination.objects.filter(pk=gone.pk).update(stage="dropped")

    rows = ranking(court.rules, court.round, court.rules.unit)

    assert [(row.file, row.mark, row.place, row.sheets) for row in rows] == [
        (second.pk, 8500, 1, 2),
        (first.pk, 7000, 2, 3),
    ]


@pytest.mark.django_db
def test_who_is_tied_to_a_file_or_has_still_to_score_it_reads_none_of_its_marks(django_assert_num_queries):
    court = bench(2)
    one, two = court.jurors
    own, waiting, free = court.file(to=[two]), court.file(), court.file(to=[two])
    for file in (own, waiting, free):
        making.sheet(file, "council", total=80, juror=two, panel=court.panel)
    conflicts.declare_kin(own, user=one, kinship="spouse", by=one)
    make.membership(one, Role.SPECIALIST, court.rules.unit)
    rows = ranking(court.rules, court.round, court.rules.unit)

    with django_assert_num_queries(6):
        lines = {line.nomination.pk: line for line in lines_for(one, rows)}

    assert "thân nhân" in lines[own.pk].veil
    assert lines[waiting.pk].veil == "Đồng chí chưa gửi phiếu cho hồ sơ này."
    assert lines[free.pk].veil == ""
    assert [row[2] for row in as_table("Xếp hạng", lines.values()).rows] == [free.exemplar.name]


@pytest.mark.django_db
def test_without_a_council_the_appraisers_sheet_is_the_mark_and_one_sheet_is_said():
    rules = making.rule_set(profile=Profile.COMMUNE)
    round_ = make.round()
    file = making.nomination(rules=rules, round=round_)
    making.sheet(file, "appraiser", total="76.555")

    [line] = lines_for(make.member(Role.SPECIALIST, rules.unit), ranking(rules, round_, rules.unit))

    assert (line.mark, line.note) == (Decimal("76.56"), "chỉ có một phiếu")


@pytest.mark.django_db
def test_names_of_hands_are_for_the_chair_and_oneself():
    court = bench(3)
    chair, two, three = court.jurors
    for totals in ((90, 70, 80), (80, 60, 70)):
        file = court.file()
        for juror, total in zip(court.jurors, totals, strict=True):
            making.sheet(file, "council", total=total, juror=juror, panel=court.panel)

    of_chair, of_two, of_secretary = (calibration(court.panel, who) for who in (chair, two, court.specialist()))

    assert [hand.name for hand in of_chair.hands] == [str(two), str(three), f"{chair} (đồng chí)"]
    assert [hand.name == f"{two} (đồng chí)" for hand in of_two.hands] == [True, False, False]
    assert {hand.name for hand in of_secretary.hands} == {"Thành viên 1", "Thành viên 2", "Thành viên 3"}
    assert [round(hand.differs, 6) for hand in of_secretary.hands] == [-10, 0, 10]
    assert [hand.told for hand in of_chair.hands] == [
        "chặt hơn cả hội đồng", "như cả hội đồng", "rộng hơn cả hội đồng",
    ]  # fmt: skip
    assert round(of_chair.whole.spread, 4) == round(statistics.pstdev([90, 70, 80, 80, 60, 70]), 4)


@pytest.mark.django_db
def test_a_juror_with_sheets_to_send_sees_nobody_elses_hand():
    court = bench(2)
    one, two = court.jurors
    file = court.file()
    making.sheet(file, "council", total=80, juror=two, panel=court.panel)

    assert calibration(court.panel, one).hands == []
    assert "gửi hết" in calibration(court.panel, one).why_not
    assert len(calibration(court.panel, two).hands) == 1
