/**
 * How unlike the conditions of two schools are.
 *
 * @module
 */

/**
 * Robust (rank) Mahalanobis distances among schools.
 *
 * Values are replaced by their ranks (equal values share the mean rank), so that one odd value is not far from
 * everything. Formula: d² = (r − r')ᵀ (v · R)⁻¹ (r − r'), v = variance of ranks without ties, n (n + 1) / 12, so that a
 * variable with many ties does not weigh more; R = (1 − λ) · correlations + λ · identity with the λ that is expected to
 * err least, since a municipality has few schools and conditions go together. Errors: rows of different length. Source:
 * Rosenbaum (2010), Design of Observational Studies, 8.3; shrinkage: Schäfer & Strimmer (2005), Statistical
 * Applications in Genetics and Molecular Biology 4, 32. Checked against MatchIt and corpcor
 * (test/oracle/make-partners.R).
 */
export class RankDistance {
  /** λ, 0..1. */
  readonly shrinkage: number;
  readonly #ranks: readonly (readonly number[])[];
  /** Lower triangle L of v · R = L Lᵀ. */
  readonly #root: readonly (readonly number[])[];

  /** @param rows conditions of each school; variables that do not vary are left out. */
  constructor(rows: readonly (readonly number[])[]) {
    const width = rows[0]?.length ?? 0;
    if (rows.some((row) => row.length !== width))
      throw new RangeError('RankDistance requires rows of one length');
    const columns = Array.from({ length: width }, (_, variable) =>
      ranksOf(rows.map((row) => row[variable] ?? 0)),
    );
    const varied = columns.filter((column) => column.some((rank) => rank !== column[0]));
    const n = rows.length;
    const standard = varied.map(standardised);
    this.shrinkage = shrinkageOf(standard, n);
    const variance = (n * (n + 1)) / 12;
    this.#ranks = rows.map((_, place) => varied.map((column) => column[place] ?? 0));
    this.#root = choleskyRoot(
      standard.map((one, i) =>
        standard.map(
          (other, j) => variance * (i === j ? 1 : (1 - this.shrinkage) * meanProduct(one, other, n - 1)),
        ),
      ),
    );
  }

  /** Of two schools by their places among the rows. */
  between(one: number, other: number): number {
    const difference = (this.#ranks[one] ?? []).map((rank, i) => rank - (this.#ranks[other]?.[i] ?? 0));
    // |x|² where L x = difference.
    const solved: number[] = [];
    difference.forEach((value, i) => {
      const row = this.#root[i] ?? [];
      const known = solved.reduce((sum, x, j) => sum + (row[j] ?? 0) * x, 0);
      solved.push((value - known) / (row[i] ?? 1));
    });
    return Math.sqrt(solved.reduce((sum, x) => sum + x * x, 0));
  }
}

/** From 1; equal values share the mean of their ranks. */
function ranksOf(values: readonly number[]): readonly number[] {
  const order = values.map((value, place) => ({ value, place })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && order[to]?.value === order[from]?.value) to++;
    for (let i = from; i < to; i++) ranks[order[i]?.place ?? 0] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

function standardised(values: readonly number[]): readonly number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (values.length - 1));
  return values.map((value) => (value - mean) / deviation);
}

function meanProduct(one: readonly number[], other: readonly number[], divisor: number): number {
  return one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0) / divisor;
}

/** Σ var(r) / Σ r² over pairs of variables, 1 at most. */
function shrinkageOf(standard: readonly (readonly number[])[], n: number): number {
  let variances = 0;
  let squares = 0;
  standard.forEach((one, i) => {
    for (const other of standard.slice(i + 1)) {
      const mean = meanProduct(one, other, n);
      const spread = one.reduce((sum, value, k) => sum + (value * (other[k] ?? 0) - mean) ** 2, 0);
      variances += (n / (n - 1) ** 3) * spread;
      squares += ((n / (n - 1)) * mean) ** 2;
    }
  });
  return squares === 0 ? 1 : Math.min(1, variances / squares);
}

/** L of L Lᵀ; where variables are the same, the later one says nothing more. */
function choleskyRoot(of: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const root: number[][] = [];
  of.forEach((line, i) => {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      const known = row.reduce((sum, value, k) => sum + value * (root[j]?.[k] ?? row[k] ?? 0), 0);
      const rest = (line[j] ?? 0) - known;
      if (j < i) row.push(rest / (root[j]?.[j] ?? 1));
      else row.push(rest > NOISE * (line[i] ?? 0) ? Math.sqrt(rest) : Number.POSITIVE_INFINITY);
    }
    root.push(row);
  });
  return root;
}

const NOISE = 1e-10;
