"""The ranking in one bare SQL statement: means, spreads, normalised marks and places by windows, read and kept."""

import sqlite3

RANKING = """
WITH counted AS (
    SELECT s.nomination_id AS file, n."group" AS grp, s.panel_id AS panel, s.juror_id AS juror, s.total AS total
    FROM appraisal_scoresheet s JOIN appraisal_nomination n ON n.id = s.nomination_id
    WHERE n.rule_set_id = ? AND n.round_id = ? AND n.unit_id = ? AND s.column = 'council'
      AND s.sent_at IS NOT NULL AND NOT s.is_abstained AND s.left_out_reason = '' AND s.total IS NOT NULL
),
spread AS (
    SELECT c.*, AVG(total) OVER whole AS m, AVG(total) OVER own AS mine,
           SQRT(MAX(AVG(total * total) OVER whole - AVG(total) OVER whole * AVG(total) OVER whole, 0)) AS s,
           SQRT(MAX(AVG(total * total) OVER own - AVG(total) OVER own * AVG(total) OVER own, 0)) AS own_s
    FROM counted c WINDOW whole AS (PARTITION BY panel), own AS (PARTITION BY panel, juror)
),
marked AS (
    SELECT file, grp, ROUND(AVG(total), 2) AS mark, COUNT(*) AS sheets,
           ROUND(AVG(CASE WHEN own_s > 0 THEN m + s * (total - mine) / own_s ELSE m END), 2) AS normal
    FROM spread GROUP BY file, grp
)
SELECT file, grp, mark, RANK() OVER (PARTITION BY grp ORDER BY mark DESC) AS place,
       normal, RANK() OVER (PARTITION BY grp ORDER BY normal DESC) AS normal_place, sheets
FROM marked ORDER BY grp, place, normal_place, file
"""


def bare_ranking(database: sqlite3.Connection, keys: tuple[int, int, int]) -> list[tuple]:
    """(file, group, mark, place, normal, normal place, sheets) of all files under (rule set, round, unit)."""
    return database.execute(RANKING, keys).fetchall()
