/**
 * A plan of support as tables for programs.
 *
 * @module
 */
import type { Cell, Column, ColumnKind, Table } from '@orientir/core/analysis';
import type { CapacityRow, DeclaredDeficit, SupportPlan } from '@orientir/core/support';

/** Tables that name teachers, and tables that do not. */
export interface SupportTables {
  readonly open: readonly Table[];
  /** Only for those who arrange the support. */
  readonly private: readonly Table[];
}

/** Lists inside a cell are joined by `|`; an empty cell is missing, and `reason` says why. */
export function supportTables(plan: SupportPlan, deficits: readonly DeclaredDeficit[]): SupportTables {
  const { figures, overview } = plan;
  const hasEarlier = overview.churn !== undefined;
  return {
    private: [
      table('deficits', DEFICITS, deficits.map(deficitRow)),
      table(
        'matches',
        MATCHES,
        figures.seats.map((seat) => [
          seat.teacher,
          seat.offer,
          seat.covers.join('|'),
          seat.price,
          seat.alternative?.offers.join('|'),
          seat.alternative?.loss,
          seat.isLocked ? 'locked' : undefined,
          [seat.isLocked ? 'locked' : '', hasEarlier ? (seat.isKept ? 'kept' : 'new') : '']
            .filter((note) => note !== '')
            .join('|') || undefined,
        ]),
      ),
      table(
        'unmet',
        UNMET,
        figures.unmet.map(({ teacher, topic, severity, why, note }) => [teacher, topic, severity, why, note]),
      ),
      ...(figures.floors.length === 0
        ? []
        : [
            table(
              'floors',
              FLOORS,
              figures.floors.map(({ group, school, needs, asked, met, most }) => [
                group,
                school,
                needs,
                asked,
                met,
                most,
                met >= asked ? undefined : most < asked ? 'not-possible' : 'not-reached',
              ]),
            ),
          ]),
    ],
    open: [
      table(
        'capacity',
        CAPACITY,
        overview.capacity.map((row) => [
          row.offer,
          row.places,
          row.used,
          row.price,
          row.gainOfOneMore,
          capacityNote(row),
        ]),
      ),
      table(
        'needs',
        NEEDS,
        overview.needRows.map(({ topic, subject, severity, needs, met, unmet, hasWeakOffers }) => [
          topic,
          subject,
          severity,
          needs,
          met,
          unmet.map(({ why, needs: count }) => `${why}:${count}`).join('|') || undefined,
          hasWeakOffers ? 'weak-offers' : undefined,
        ]),
      ),
    ],
  };
}

function capacityNote({ places, used, isTooSmall }: CapacityRow): string | undefined {
  if (places === 0) return 'no-places';
  if (isTooSmall) return 'group-too-small';
  return used === places ? 'full' : undefined;
}

function deficitRow({ teacher, topic, severity, source }: DeclaredDeficit): readonly Cell[] {
  return [teacher, topic, severity, undefined, undefined, source, 'declared', undefined];
}

const text = (id: string): Column => ({ id, kind: 'text' });
const number = (id: string, kind: ColumnKind = 'number'): Column => ({ id, kind });

const DEFICITS = [
  text('teacher'),
  text('topic'),
  number('severity', 'count'),
  number('probability', 'share'),
  number('n', 'count'),
  text('source'),
  text('reason'),
  text('note'),
];
const MATCHES = [
  text('teacher'),
  text('offer'),
  text('covers'),
  number('price'),
  text('alternative'),
  number('loss'),
  text('reason'),
  text('note'),
];
const UNMET = [text('teacher'), text('topic'), number('severity', 'count'), text('why'), text('note')];
const FLOORS = [
  text('group'),
  text('school'),
  number('needs', 'count'),
  number('asked', 'share'),
  number('met', 'share'),
  number('most', 'share'),
  text('note'),
];
const CAPACITY = [
  text('offer'),
  number('places', 'count'),
  number('used', 'count'),
  number('price'),
  number('gain_of_one_more'),
  text('note'),
];
const NEEDS = [
  text('topic'),
  text('subject'),
  number('severity', 'count'),
  number('teachers', 'count'),
  number('met', 'count'),
  text('why_unmet'),
  text('note'),
];

function table(name: string, columns: readonly Column[], rows: Table['rows']): Table {
  return { name, columns, rows };
}
