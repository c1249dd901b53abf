"""The figures of a round in bare SQL: the same groups and sums, read and thrown away."""

import sqlite3

LISTED = """
    FROM movement_registration r JOIN movement_exemplar e ON e.id = r.exemplar_id
    JOIN units_unit u ON u.id = e.unit_id LEFT JOIN units_unit p ON p.id = u.place_id
    WHERE r.stage = 'listed' AND e.stage != 'merged' AND r.round_id IN (?, ?)
      AND (u.path LIKE ? OR p.path LIKE ?)
"""
GROUPS = ("e.field", "r.origin", "e.stage", "e.kind", "e.bearer", "e.nature")
QUERIES = (
    f"SELECT r.round_id, COUNT(*) {LISTED} GROUP BY r.round_id",
    *(f"SELECT {column}, r.round_id, COUNT(*) {LISTED} GROUP BY {column}, r.round_id" for column in GROUPS),
    f"SELECT r.round_id, SUM(e.households), SUM(e.beneficiaries), SUM(e.members) {LISTED} GROUP BY r.round_id",
    f"SELECT r.round_id, u.path, p.path, e.place_id, COUNT(*) {LISTED} GROUP BY r.round_id, u.path, p.path, e.place_id",
)
LEDGER = f"""
    SELECT c.kind, SUM(c.amount) FROM movement_contribution c
    WHERE c."on" BETWEEN ? AND ? AND c.kind != 'in_kind'
      AND c.exemplar_id IN (SELECT e.id {LISTED.replace("IN (?, ?)", "= ?")})
    GROUP BY c.kind
"""
ALIVE = """
    SELECT COUNT(*), SUM(verdict = 'effective'), SUM(verdict IS NOT NULL) FROM (
        SELECT (SELECT verdict FROM movement_verification v WHERE v.exemplar_id = e.id ORDER BY "on" DESC, id DESC LIMIT 1)
               AS verdict
        FROM movement_exemplar e JOIN units_unit u ON u.id = e.unit_id LEFT JOIN units_unit p ON p.id = u.place_id
        WHERE e.stage != 'merged' AND (u.path LIKE ? OR p.path LIKE ?)
          AND e.id IN (SELECT exemplar_id FROM movement_recognition WHERE year = ? AND annulled_on IS NULL)
    )
"""


def bare_summary(database: sqlite3.Connection, rounds: tuple[tuple[int, int], ...], path: str) -> list[list]:
    """Read every figure of two rounds ((id, year), this year first) below a path of the tree."""
    below = f"{path}%"
    ids = tuple(key for key, _ in rounds)
    found = [database.execute(query, (*ids, below, below)).fetchall() for query in QUERIES]
    for key, year in rounds:
        days = (f"{year}-01-01", f"{year}-12-31")
        found.append(database.execute(LEDGER, (*days, key, below, below)).fetchall())
    found.append(database.execute(ALIVE, (below, below, rounds[0][1] - 1)).fetchall())
    return found
