/**
 * Results of pupils who sit in schools, by a linear model with a random intercept («многоуровневая регрессия»).
 *
 * @module
 */

/** Sums of one school; those of its classes add up to them. */
export interface SchoolSums {
  /** Pupils, above 0. */
  readonly n: number;
  /** Mean result of its pupils. */
  readonly mean: number;
  /** What the result is explained by. */
  readonly x: number;
}

/** `y = intercept + slope · x + u + e`, u of the school, e of the pupil. */
export interface RandomIntercept {
  readonly intercept: number;
  readonly slope: number;
  /** σ_u². */
  readonly betweenSchools: number;
  /** σ_e². */
  readonly withinSchools: number;
}

/** How far a school is from what is expected of it, drawn towards 0 as far as it has few pupils. */
export interface SchoolEffect {
  readonly expected: number;
  /** û. */
  readonly effect: number;
  /** Of u, given the results. */
  readonly variance: number;
}

/**
 * Fits the model by restricted maximum likelihood, exactly, from sums by school alone: with one x for a whole school pupils enter
 * by their number and mean, and by the variance inside schools.
 *
 * Formula: for λ = σ_u² / σ_e², w = n / (1 + λn): least squares of the means with weights w; σ_e² = (W + Σ w r²) / (N − 2), W the
 * squares inside schools; λ where (N − 2) · ln σ_e² + Σ ln(1 + λn) + ln |X′WX| is least.
 * Edge cases: fewer than three schools, all x equal, or results that a line explains without any rest → undefined.
 * Cost: about a hundred passes over the schools. Source: Pinheiro & Bates (2000), Mixed-Effects Models in S and S-PLUS, 2.2.
 *
 * @param within - variance inside schools, over all of them.
 */
export function fitRandomIntercept(
  schools: readonly SchoolSums[],
  within: number,
): RandomIntercept | undefined {
  if (schools.length < 3) return undefined;
  const pupils = schools.reduce((sum, { n }) => sum + n, 0);
  const inside = within * (pupils - schools.length);
  const at = (lambda: number) => criterion(schools, lambda, inside, pupils);
  const first = at(0);
  if (first === undefined) return undefined;
  const steps = GRID.map((lambda) => at(lambda)?.value ?? Number.POSITIVE_INFINITY);
  const best = steps.indexOf(Math.min(...steps));
  // The derivative changes its sign beside the least step; at the ends of the grid it may not.
  let low = GRID[Math.max(0, best - 1)] ?? 0;
  let high = GRID[Math.min(GRID.length - 1, best + 1)] ?? 0;
  if (first.derivative >= 0 && best === 0) high = 0;
  while (high - low > CLOSE * high) {
    const middle = (low + high) / 2;
    if ((at(middle)?.derivative ?? 0) > 0) high = middle;
    else low = middle;
  }
  const { intercept, slope, within: variance } = at(high) ?? first;
  return { intercept, slope, betweenSchools: high * variance, withinSchools: variance };
}

/**
 * The effect of one school.
 *
 * Formula: û = σ_u² / (σ_u² + σ_e² / n) · (mean − expected), variance σ_u² σ_e² / (n σ_u² + σ_e²); the model counts as known.
 */
export function schoolEffect({ n, mean, x }: SchoolSums, model: RandomIntercept): SchoolEffect {
  const { betweenSchools: u, withinSchools: e } = model;
  const expected = model.intercept + model.slope * x;
  const both = n * u + e;
  if (both === 0) return { expected, effect: 0, variance: 0 };
  return { expected, effect: ((n * u) / both) * (mean - expected), variance: (u * e) / both };
}

interface AtLambda {
  readonly value: number;
  /** By λ. */
  readonly derivative: number;
  readonly intercept: number;
  readonly slope: number;
  readonly within: number;
}

function criterion(
  schools: readonly SchoolSums[],
  lambda: number,
  inside: number,
  pupils: number,
): AtLambda | undefined {
  let w = 0;
  let wx = 0;
  let wy = 0;
  let logs = 0;
  for (const { n, mean, x } of schools) {
    const weight = n / (1 + lambda * n);
    w += weight;
    wx += weight * x;
    wy += weight * mean;
    logs += Math.log1p(lambda * n);
  }
  const xMean = wx / w;
  const yMean = wy / w;
  let xx = 0;
  let xy = 0;
  let ww = 0;
  let wwxx = 0;
  for (const { n, mean, x } of schools) {
    const weight = n / (1 + lambda * n);
    const dx = x - xMean;
    xx += weight * dx * dx;
    xy += weight * dx * (mean - yMean);
    ww += weight * weight;
    wwxx += weight * weight * dx * dx;
  }
  if (!(xx > NOISE * w)) return undefined;
  const slope = xy / xx;
  let rest = 0;
  let restWeighted = 0;
  for (const { n, mean, x } of schools) {
    const weight = n / (1 + lambda * n);
    const squared = (mean - yMean - slope * (x - xMean)) ** 2;
    rest += weight * squared;
    restWeighted += weight * weight * squared;
  }
  const squares = inside + rest;
  if (!(squares > NOISE)) return undefined;
  const freedom = pupils - 2;
  return {
    value: freedom * Math.log(squares / freedom) + logs + Math.log(w) + Math.log(xx),
    derivative: (-freedom * restWeighted) / squares + w - ww / w - wwxx / xx,
    intercept: yMean - slope * xMean,
    slope,
    within: squares / freedom,
  };
}

/** λ from none to a variance between schools of a thousand times that of their pupils: ρ = λ / (1 + λ) in even steps, closer at 1. */
const GRID: readonly number[] = [...Array.from({ length: 40 }, (_, step) => step / 40), 0.99, 0.999].map(
  (rho) => rho / (1 - rho),
);

/** λ is found to so many digits; what rests on it is flat there. */
const CLOSE = 1e-12;
const NOISE = 1e-12;
