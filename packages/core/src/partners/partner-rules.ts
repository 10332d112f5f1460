/** Which schools may be partners, and what a pair is worth. */
export interface PartnerRules {
  readonly id: string;
  /** `false` is said to the user. */
  readonly verified: boolean;
  readonly source: string;
  /** Schools that a partner takes. */
  readonly capacity: number;
  /** Calipers by variable: so many standard deviations apart at most; variables that are not named have none. */
  readonly calipers: Readonly<Record<string, number>>;
  /** Largest distance of all conditions together. */
  readonly distance: number;
  /** Longest way, kilometres as the crow flies. */
  readonly kilometres: number;
  /** Weights of a pair: for a difference of one standard deviation of pupils, for a common topic, against a kilometre. */
  readonly weights: { readonly difference: number; readonly topic: number; readonly kilometre: number };
}

/**
 * Our own choice: no document says how alike partner schools must be.
 *
 * Calipers are wider than the 0.2 to 0.5 standard deviations of common practice in matching: a district has few schools
 * of one kind, and with 0.5 for education most schools that seek had no partner. The price is that partners are less
 * alike, which `balanceOf` tells. Two schools picked at random are √(2 × 5) ≈ 3.2 apart by five conditions (root mean
 * square); partners must be nearer than that.
 */
export const PARTNER_RULES: PartnerRules = {
  id: 'partners-1',
  verified: false,
  source:
    'Понятие школ-партнёров: программы поддержки школ с низкими результатами; границы похожести — выбор программы',
  capacity: 2,
  calipers: { higher_education: 1, log_pupils: 1 },
  distance: 3,
  kilometres: 60,
  weights: { difference: 1000, topic: 50, kilometre: 1 },
};
