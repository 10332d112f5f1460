"""Where the likelihood of a beta-binomial distribution falls from no spread before it rises: figures of `shrinkage.test.ts`.

Nelder and Mead's simplex on the logit of the mean and the logarithm of theta, from two places; by itself, not as core climbs.
Run: python3 make-two-summits.py (Python 3.11.7, scipy 1.17.1).
"""

from math import exp, log, log1p

from scipy.optimize import minimize

REGIONS = (
    [(0, 21), (0, 1), (0, 6), (0, 16), (0, 1), (0, 32), (9, 193)],
    [(4, 197)] + [(0, n) for n in (7, 18, 1, 27, 11, 5, 6, 20, 4, 9, 8, 38, 20)],
)


def log_likelihood(groups, mean, theta):
    return sum(
        sum(log(mean + i * theta) for i in range(count))
        + sum(log(1 - mean + i * theta) for i in range(n - count))
        - sum(log1p(i * theta) for i in range(n))
        for count, n in groups
    )


def fitted(groups):
    def depth(at):
        return -log_likelihood(groups, 1 / (1 + exp(-at[0])), exp(at[1]))

    options = {"xatol": 1e-12, "fatol": 1e-15, "maxiter": 40_000}
    starts = ((-4.5, -5), (-4, -3))
    best = min((minimize(depth, start, method="Nelder-Mead", options=options) for start in starts), key=lambda of: of.fun)
    return 1 / (1 + exp(-best.x[0])), exp(-best.x[1]), -best.fun


for groups in REGIONS:
    share = sum(count for count, _ in groups) / sum(n for _, n in groups)
    mean, precision, height = fitted(groups)
    print(f"mean {mean:.10f} precision {precision:.8f} log-likelihood {height:.6f}, without spread {log_likelihood(groups, share, 0):.6f}")
