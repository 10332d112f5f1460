/** When a change of a school's results is more than chance and the usual ups and downs, and when they are high year after year. */
export interface DynamicsRules {
  readonly id: string;
  /** `own`: chosen by us; no document names any of these borders. */
  readonly verification: 'own';
  /** Fewest pupils of a school in each of the years. */
  readonly minPupils: number;
  /** Fewest schools that wrote in both years: the others say how much results go up and down. */
  readonly minSchools: number;
  /** Largest share of false ones among the schools said to have risen or fallen. */
  readonly falseShare: number;
  /** Stably high: in each of so many years probably among so large an upper share of true results. */
  readonly stable: { readonly years: number; readonly upperShare: number; readonly probability: number };
}

export const ownDynamics: DynamicsRules = {
  id: 'own-2026',
  verification: 'own',
  minPupils: 10,
  minSchools: 10,
  falseShare: 0.05,
  stable: { years: 2, upperShare: 1 / 3, probability: 0.9 },
};
