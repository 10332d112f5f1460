"""Expected changes of schools from year to year, pupil by pupil, by numpy and scipy; no code of ours.

Pupils are made here from a fixed seed. Run: python3 make-dynamics.py > dynamics.json
"""
import json

import numpy as np
import scipy
from scipy.integrate import quad
from scipy.stats import norm, t

generator = np.random.default_rng(20261127)
WORKS = {"m5": (5, True), "r5": (5, False), "m6": (6, False)}  # grade, same items as last year
MAX = 20
SCHOOLS = 16


def region(jolt):
    """Totals by school, work and year (0 = last year); some schools lack a work in a year."""
    data = []
    for school in range(SCHOOLS):
        level = generator.normal(0, 2)
        own = {}
        for work in WORKS:
            for year in (0, 1):
                if generator.random() < 0.12:
                    continue
                n = int(generator.integers(4, 60))
                moved = level + generator.normal(0, jolt) + (4 if school == 3 and year == 1 else 0)
                totals = np.clip(np.rint(generator.normal(11 + moved, 3.5, n)), 0, MAX).astype(int)
                own[f"{work}/{year}"] = totals.tolist()
        data.append(own)
    return data


def winsorised(values, share):
    low, high = np.quantile(values, [share, 1 - share])  # type 7
    return np.clip(values, low, high)


def bh(p):
    order = np.argsort(p)[::-1]
    q = np.empty(len(p))
    best = 1.0
    for rank, at in enumerate(order):
        best = min(best, p[at] * len(p) / (len(p) - rank))
        q[at] = best
    return q


def expected(data):
    stats = {}
    for work in WORKS:
        both = [s for s in range(SCHOOLS) if all(f"{work}/{y}" in data[s] for y in (0, 1))]
        for year in (0, 1):
            pupils = np.concatenate([data[s][f"{work}/{year}"] for s in both])
            inside = sum(((np.array(data[s][f"{work}/{year}"]) - np.mean(data[s][f"{work}/{year}"])) ** 2).sum() for s in both)
            stats[work, year] = (pupils.mean(), pupils.std(ddof=1), inside / (len(pupils) - len(both)))
    schools = {}
    for s in range(SCHOOLS):
        own = [w for w in WORKS if all(f"{w}/{y}" in data[s] for y in (0, 1))]
        if not own:
            continue
        pupils = [sum(max(len(data[s][f"{w}/{y}"]) for w in own if WORKS[w][0] == g) for g in {WORKS[w][0] for w in own}) for y in (0, 1)]

        def joined(works, scaled):
            grades, top, bottom = {}, 0.0, 0.0
            for w in works:
                old, new = (np.array(data[s][f"{w}/{y}"], float) for y in (0, 1))
                n, m = len(new), len(old)
                weight = n * m / (n + m)
                (a, sa, va), (b, sb, vb) = stats[w, 1], stats[w, 0]
                if not scaled:
                    a = b = 0.0
                    sa = sb = MAX
                top += weight * ((new.mean() - a) / sa - (old.mean() - b) / sb)
                bottom += weight
                error = np.sqrt(va / sa**2 / n + vb / sb**2 / m)
                grades[WORKS[w][0]] = grades.get(WORKS[w][0], 0.0) + weight * error
            return top / bottom, np.sqrt(sum(e**2 for e in grades.values())) / bottom

        few = min(pupils) < 10
        same = [w for w in own if WORKS[w][1]]
        schools[s] = {
            "pupils": pupils[1],
            "before": pupils[0],
            "move": None if few else joined(own, True),
            "points": None if few or not same else joined(same, False),
        }
    judged = [s for s in schools if schools[s]["move"]]
    z = np.array([schools[s]["move"][0] / schools[s]["move"][1] for s in judged])
    end = norm.ppf(0.9)
    normal, _ = quad(lambda x: min(abs(x), end) ** 2 * norm.pdf(x), -12, 12, points=[-end, end])
    phi = max(1.0, float((winsorised(z, 0.1) ** 2).mean() / normal))
    freedom = len(z) - 1
    p = 2 * t.sf(np.abs(z) / np.sqrt(phi), freedom)
    for s, pOf, qOf in zip(judged, p, bh(p)):
        change, error = schools[s]["move"]
        half = t.ppf(0.975, freedom) * np.sqrt(phi) * error
        schools[s].update(change=change, low=change - half, high=change + half, p=pOf, q=float(qOf))
    return {"spread": phi, "schools": {f"s{s:02d}": of for s, of in schools.items()}}


print(json.dumps({"made": f"numpy {np.__version__}, scipy {scipy.__version__}", "regions": [{"data": d, **expected(d)} for d in (region(0.3), region(1.5))]}))
