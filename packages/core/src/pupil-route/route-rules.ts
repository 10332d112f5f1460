/** What a route sheet calls mastered by the class. */
export interface RouteRules {
  readonly id: string;
  readonly verification: 'own';
  /** From this rate of the class on (as told, 0..1), lost points are the pupil's own task and come first. */
  readonly masteredFrom: number;
  /** Below it, teaching the topic again is the teacher's task. */
  readonly lowBelow: number;
  /** Fewest pupils of a class, this one included, for saying anything about the class. */
  readonly minClass: number;
}

/** Our own choice: no document names such borders, and the sheet says so. */
export const ROUTE_RULES: RouteRules = {
  id: 'pupil-route-1',
  verification: 'own',
  masteredFrom: 0.7,
  lowBelow: 0.5,
  minClass: 5,
};
