/**
 * How much teachers, and schools, truly differ on a topic, and what of one teacher's figure is left when chance and the school
 * are taken away.
 *
 * @module
 */

/** One teacher on one topic; shares of points below pupils with equal totals, positive = worse. */
export interface TopicObservation {
  readonly drop: number;
  /** Of chance alone. */
  readonly variance: number;
  /** The other pupils of the school; absent where the school is not known or has no other teacher of the topic. */
  readonly school?: {
    readonly drop: number;
    readonly variance: number;
    /** Other teachers. */
    readonly teachers: number;
  };
}

/** Distribution of the true drops: most teachers differ little, some may differ much. */
export interface TopicSpread {
  /** Variance of teachers, all together. */
  readonly teachers: number;
  readonly schools: number;
  /** Variance of those who differ little, and of those who differ much; share of the latter, 0..1. */
  readonly little: number;
  readonly much: number;
  readonly shareOfMuch: number;
}

/** The true drop of a teacher as far as it is known: a mixture of normal distributions. */
export interface TrueDrop {
  readonly parts: readonly { readonly share: number; readonly mean: number; readonly error: number }[];
  readonly mean: number;
  /** Standard deviation. */
  readonly error: number;
}

/**
 * Fits the distribution.
 *
 * Formula: all variance σ² where Σ drop² / (variance + σ²) = number of teachers (Paule & Mandel, about 0: each is compared with all
 * others, so drops have no mean); of it that of schools is Σ w · drop · drop of the school / Σ w, w = 1 / √(variances), since a
 * teacher and the others of a school have nothing but the school in common. Neither is below 0, schools have all at most. What is left
 * net of schools is a mixture of two normal distributions about 0, whose wider one is given: share and narrower variance by EM. One
 * normal distribution alone would draw the few that differ much as far to 0 as all the others.
 * @param much Variance of those who differ much.
 * Edge cases: no teacher → 0. The order of observations matters to the last bit only: give them in a fixed one.
 * Source: Paule & Mandel (1982), Journal of Research of the National Bureau of Standards 87, 377–385; Dempster, Laird & Rubin
 * (1977), JRSS B 39, 1–38. Cost: a few hundred passes.
 */
export function topicSpread(observations: readonly TopicObservation[], much: number): TopicSpread {
  const all = pauleMandel(observations);
  let sum = 0;
  let weights = 0;
  for (const { drop, variance, school } of observations) {
    if (school === undefined) continue;
    const weight = 1 / Math.sqrt(variance * school.variance);
    sum += weight * drop * school.drop;
    weights += weight;
  }
  const schools = weights === 0 ? 0 : Math.min(all, Math.max(0, sum / weights));
  const teachers = all - schools;
  const net = observations.map((of) => netOfSchool(of, { teachers, schools }));
  return { teachers, schools, much, ...mixture(net, teachers, much) };
}

/**
 * The teacher's own part of a drop.
 *
 * Formula: the school's part is estimated from its other teachers, drawn to 0 by ω² / (ω² + v + τ² / teachers), and
 * taken away; the rest is the posterior of the mixture. Without other teachers the school's part stays unknown and
 * makes the drop less certain. A lower drop never makes a large true drop more probable: of normal errors that holds
 * for every prior (monotone likelihood ratio, Karlin & Rubin, 1956).
 */
export function trueDrop(observation: TopicObservation, spread: TopicSpread): TrueDrop {
  const net = netOfSchool(observation, spread);
  const wide = responsibility(net, spread);
  const parts = [
    { share: 1 - wide, ...posterior(net, spread.little) },
    { share: wide, ...posterior(net, spread.much) },
  ];
  const mean = parts.reduce((sum, part) => sum + part.share * part.mean, 0);
  const variance = parts.reduce(
    (sum, part) => sum + part.share * (part.error ** 2 + (part.mean - mean) ** 2),
    0,
  );
  return { parts, mean, error: Math.sqrt(variance) };
}

interface Net {
  readonly drop: number;
  readonly variance: number;
}

function netOfSchool(
  { drop, variance, school }: TopicObservation,
  { teachers, schools: common }: Pick<TopicSpread, 'teachers' | 'schools'>,
): Net {
  if (school === undefined || common === 0) return { drop, variance: variance + common };
  const kept = common / (common + school.variance + teachers / Math.max(1, school.teachers));
  return { drop: drop - kept * school.drop, variance: variance + common - kept * common };
}

function posterior(
  { drop, variance }: Net,
  between: number,
): { readonly mean: number; readonly error: number } {
  const kept = between / (between + variance);
  return { mean: kept * drop, error: Math.sqrt(kept * variance) };
}

/** Probability that the teacher is one of those who differ much. */
function responsibility(
  { drop, variance }: Net,
  { little, much, shareOfMuch }: Pick<TopicSpread, 'little' | 'much' | 'shareOfMuch'>,
): number {
  if (shareOfMuch === 0) return 0;
  const [narrow, wide] = [variance + little, variance + much];
  // Odds of the narrow distribution, so that nothing overflows where the drop is far from 0.
  const odds =
    ((1 - shareOfMuch) / shareOfMuch) *
    Math.sqrt(wide / narrow) *
    Math.exp((drop ** 2 / 2) * (1 / wide - 1 / narrow));
  return 1 / (1 + odds);
}

function mixture(
  net: readonly Net[],
  teachers: number,
  much: number,
): Pick<TopicSpread, 'little' | 'shareOfMuch'> {
  if (teachers === 0) return { little: 0, shareOfMuch: 0 };
  let little = Math.min(teachers, much) / 2;
  let shareOfMuch = FIRST_SHARE;
  for (let step = 0; step < STEPS; step++) {
    let wide = 0;
    let squares = 0;
    for (const of of net) {
      const share = responsibility(of, { little, much, shareOfMuch });
      const { mean, error } = posterior(of, little);
      wide += share;
      squares += (1 - share) * (mean ** 2 + error ** 2);
    }
    if (wide >= net.length) break;
    little = Math.min(much, squares / (net.length - wide));
    shareOfMuch = wide / net.length;
  }
  return { little, shareOfMuch };
}

function pauleMandel(observations: readonly TopicObservation[]): number {
  const excess = (between: number) =>
    observations.reduce((sum, { drop, variance }) => sum + drop ** 2 / (variance + between), 0) -
    observations.length;
  if (observations.length === 0 || excess(0) <= 0) return 0;
  let low = 0;
  let high = observations.reduce((most, { drop }) => Math.max(most, drop ** 2), 0);
  for (let step = 0; step < 100 && high - low > CLOSE * high; step++) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const CLOSE = 1e-12;
const FIRST_SHARE = 0.1;
const STEPS = 200;
