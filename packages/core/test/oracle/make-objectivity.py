"""Expected figures of the official objectivity method, pupil by pupil, by Python's exact fractions; no code of ours.

Pupils are made here from a fixed seed. Run: python3 make-objectivity.py > objectivity-official.json
"""
import json
import sys
from fractions import Fraction
from math import isqrt

MAX = {"vpr-4": 20, "vpr-5": 20}
SCHOOLS = 14
state = 20261127


def draw(below):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 33) % below


def root(value):
    """Square root to 30 decimals."""
    scale = 10**60
    return Fraction(isqrt(value.numerator * scale // value.denominator), 10**30)


def pupils(school, work):
    size = [1, 2, 9, 17, 25][school % 5] + draw(4)
    if school == 0:
        size = 1
    level = 4 + draw(9)
    if school == 3:
        level = 15
    if school == 7 and work == "vpr-5":
        level = 1
    if school == 7 and work == "vpr-4":
        level = 15
    if school == 11 and work == "vpr-4":
        level = 1
    rows = []
    for _ in range(size):
        total = min(20, max(0, level + draw(5) - 2 + (draw(5) - 2 if school != 3 else 0)))
        journal = min(5, max(2, 2 + total // 6 + draw(3) - 1))
        if school == 6:
            journal = 5 - total // 6
        if draw(9) == 0:
            journal = 0
        rows.append([journal, total])
    return rows


data = {
    f"s{school:02}": {work: pupils(school, work) for work in MAX if not (school == 12 and work == "vpr-4")}
    for school in range(SCHOOLS)
}
data["s10"]["vpr-5"] = [[4, 0], [3, 0], [3, 0]]


def interval(totals, sign):
    n = len(totals)
    mean = Fraction(sum(totals), n)
    variance = sum((x - mean) ** 2 for x in totals) / (n - 1)
    return mean + sign * Fraction(196, 100) * root(variance) / root(Fraction(n))


def ranks(values):
    ordered = sorted(values)
    return [Fraction(2 * ordered.index(v) + ordered.count(v) + 1, 2) for v in values]


def spearman(rows):
    rows = [row for row in rows if row[0] > 0]
    n = len(rows)
    if n < 2:
        return None
    differences = [a - b for a, b in zip(ranks([r[0] for r in rows]), ranks([r[1] for r in rows]))]
    return 1 - Fraction(6) * sum(d * d for d in differences) / (n * (n * n - 1))


def quantile(values, share):
    ordered = sorted(values)
    index = (len(ordered) - 1) * share
    low = int(index)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (index - low) * (ordered[high] - ordered[low])


def percent(rows, work):
    return Fraction(sum(row[1] for row in rows), len(rows) * MAX[work])


region = {work: [row[1] for of in data.values() for row in of.get(work, [])] for work in MAX}
upper = {work: interval(totals, 1) for work, totals in region.items()}
ratios = {}
for school, of in data.items():
    if len(of) == 2 and percent(of["vpr-5"], "vpr-5") > 0:
        ratios[school] = percent(of["vpr-4"], "vpr-4") / percent(of["vpr-5"], "vpr-5")
low, high = quantile(list(ratios.values()), Fraction(1, 4)), quantile(list(ratios.values()), Fraction(3, 4))
critical = {"sharp-rise": low - 3 * (high - low), "sharp-fall": high + 3 * (high - low)}


def shown(value):
    return None if value is None else float(value)


outcomes = []
marked = {"2024/2025": set(), "2025/2026": set()}
year_of = {"vpr-4": "2024/2025", "vpr-5": "2025/2026"}


def add(school, work, marker, statistic, threshold, is_marked):
    outcomes.append([year_of[work], school, marker, shown(statistic), shown(threshold), is_marked])
    if is_marked:
        marked[year_of[work]].add(school)


for school, of in data.items():
    for work, grade in (("vpr-4", 4), ("vpr-5", 5)):
        totals = [row[1] for row in of.get(work, [])]
        if len(totals) > 1:
            lower = interval(totals, -1)
            add(school, work, f"inflated-mean-vpr-{grade}-maths", lower, upper[work], lower > upper[work])
        r = spearman(of.get(work, []))
        if r is not None:
            add(school, work, f"journal-mismatch-vpr-{grade}-maths", r, 0, r < 0)
    if school in ratios:
        k = ratios[school]
        rise, fall = critical["sharp-rise"], critical["sharp-fall"]
        add(school, "vpr-5", "sharp-rise-vpr-5-maths", k, rise, k < rise)
        add(school, "vpr-5", "sharp-fall-vpr-5-maths", k, fall, k > fall)

print(
    json.dumps(
        {
            "madeBy": f"Python {sys.version.split()[0]}, fractions",
            "pupils": data,
            "outcomes": sorted(outcomes),
            "marked": {year: sorted(of) for year, of in marked.items()},
            "index": {
                year_of[work]: float(
                    100 - Fraction(100 * len(marked[year_of[work]]), sum(work in of for of in data.values()))
                )
                for work in MAX
            },
        },
        indent=1,
    )
)
