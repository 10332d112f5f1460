/**
 * `partners.csv` and the balance of conditions.
 *
 * @module
 */
import type { PartnerEntry, PartnerPlan } from './partner-plan.js';

/** A table in the shape of those of `/analysis`. */
export interface PartnerTable {
  readonly name: 'partners' | 'balance';
  readonly columns: readonly { readonly id: string; readonly kind: 'text' | 'number' }[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
}

/**
 * One row for each school that looks for a partner, in the order of ids.
 *
 * `distance` of conditions; `difference`, `low`, `high`: results beyond those expected, partner less school, standard
 * deviations of pupils. `topics`: in which the partner is strong and the school weak, joined by `|`. `note`: ruleset,
 * `km:`; without a partner `no-partner:` with the reason, and `nearest:` a school that would fit but is too far or
 * full, or with `none-alike` the one whose conditions are least unlike.
 */
export function partnersTable({ entries, rules }: PartnerPlan): PartnerTable {
  const ruleset = `${rules.id}:${rules.verified ? 'verified' : 'unverified'}`;
  return {
    name: 'partners',
    columns: [
      { id: 'school', kind: 'text' },
      { id: 'partner', kind: 'text' },
      { id: 'distance', kind: 'number' },
      { id: 'difference', kind: 'number' },
      { id: 'low', kind: 'number' },
      { id: 'high', kind: 'number' },
      { id: 'topics', kind: 'text' },
      { id: 'note', kind: 'text' },
    ],
    rows: entries.map((entry) => rowOf(entry, ruleset)),
  };
}

function rowOf(entry: PartnerEntry, ruleset: string): PartnerTable['rows'][number] {
  if (entry.kind === 'without') {
    const { nearest } = entry;
    const note = [
      `no-partner:${entry.reason}`,
      ...(nearest === undefined ? [] : [`nearest:${nearest.partner.school}`]),
      ...(nearest?.kilometres === undefined ? [] : [`km:${nearest.kilometres}`]),
      ruleset,
    ];
    return [entry.school, undefined, undefined, undefined, undefined, undefined, undefined, note.join(';')];
  }
  const { partner, distance, difference, low, high, topics, kilometres } = entry.pair;
  return [
    entry.school,
    partner.school,
    distance,
    difference,
    low,
    high,
    topics.length === 0 ? undefined : topics.join('|'),
    [...(kilometres === undefined ? [] : [`km:${kilometres}`]), ruleset].join(';'),
  ];
}

/** `balance.csv`: standardised mean differences of each condition, all other schools and the partners against the schools that seek. */
export function balanceTable({ balance }: PartnerPlan): PartnerTable {
  return {
    name: 'balance',
    columns: [
      { id: 'variable', kind: 'text' },
      { id: 'before', kind: 'number' },
      { id: 'after', kind: 'number' },
    ],
    rows: balance.map(({ variable, before, after }) => [variable, before, after]),
  };
}
