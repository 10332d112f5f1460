"""Functions of gamma type over all sizes that the project meets, to forty digits: figures of `gamma.oracle.test.ts`.

Run: python3 make-gamma.py > gamma.json (Python 3.11.7, mpmath 1.3.0).
"""

import json
from random import Random

import mpmath
from mpmath import betainc, loggamma, mpf

mpmath.mp.dps = 40
random = Random(31129)


def size(low, high):
    """Of all orders of magnitude alike; as a number that JSON holds exactly."""
    return float(f"{10 ** random.uniform(low, high):.12g}")


def log_gamma(x):
    return loggamma(mpf(x))


def log_beta(a, b):
    return log_gamma(a) + log_gamma(b) - loggamma(mpf(a) + mpf(b))


gammas = [size(-8, 8) for _ in range(150)] + [1, 2, 9.999999, 10, 10.000001, 30.5, 49.999, 50.001]
risings = [(size(-6, 6), random.randrange(1, 1000)) for _ in range(120)]
risings += [(x, k) for x in (0.25, 3.5, 9.5, 10.5, 80.25) for k in (1, 2, 29, 30, 31, 40, 41)]
betas = [(size(-4, 6), size(-4, 6)) for _ in range(150)]
betas += [(a, b) for a in (0.5, 9.75, 10.25, 60) for b in (0.5, 9.5, 10.5, 75)]
shares = []
while len(shares) < 200:
    a, b = size(-1, 3), size(-1, 3)
    x = round(random.uniform(0.001, 0.999), 3)
    share = betainc(mpf(a), mpf(b), 0, mpf(x), regularized=True)
    if 1e-250 < share < 1:
        shares.append((x, a, b, float(share)))

print(
    json.dumps(
        {
            "madeBy": f"mpmath {mpmath.__version__}",
            "logGamma": [(x, float(log_gamma(x))) for x in gammas],
            "logRising": [(x, k, float(loggamma(mpf(x) + k) - log_gamma(x))) for x, k in risings],
            "logBeta": [(a, b, float(log_beta(a, b))) for a, b in betas],
            "betaProbability": shares,
        },
    ),
)
