/** From where on a fact puts a pupil on a list. */
export interface ListRules {
  readonly id: string;
  readonly verification: 'own';
  /** From this share of missed lessons on, 0..1. */
  readonly missedShareFrom: number;
  /** From this number of failing subjects on; whole, at least 1. */
  readonly failingFrom: number;
}

/**
 * Our own choice, unverified, and the lists say so. Borders of other countries rest on their pupils and schools and say
 * nothing about ours; a school should choose its own.
 */
export const LIST_RULES: ListRules = {
  id: 'pupil-lists-1',
  verification: 'own',
  missedShareFrom: 0.1,
  failingFrom: 1,
};
