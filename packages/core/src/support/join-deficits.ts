import type { DeclaredDeficit } from './declared-deficit.js';
import type { Degree } from './offer.js';
import { topicKey } from './topic-key.js';

/** What results say of a teacher's topic. */
export interface ResultsTopic {
  readonly teacher: string;
  readonly topic: string;
  /** Absent = results were judged and point to nothing. */
  readonly severity?: Degree;
}

export interface JoinedDeficits<Row extends DeclaredDeficit> {
  /** Rows that count, in their order. */
  readonly kept: readonly Row[];
  /** Hypotheses of results that count, with the source `results`, in their order. */
  readonly supposed: readonly DeclaredDeficit[];
  /** Hypotheses that a row goes before, and that row. */
  readonly yielded: readonly { readonly row: Row; readonly severity: Degree }[];
  /** Rows with the source `results` that newer results take the place of. */
  readonly replaced: readonly Row[];
}

/**
 * Declared deficits and what results suppose, a teacher's topic from one side only.
 *
 * What a teacher, a diagnostic or anybody else declared goes before results, whether it is severer or milder: a person
 * knows more than a tally. A row with the source `results` is an older supposition: where the results judge its topic,
 * they go before it, also where they find nothing. Topics are the same by {@link topicKey}.
 */
export function joinDeficits<Row extends DeclaredDeficit>(
  rows: readonly Row[],
  results: readonly ResultsTopic[],
): JoinedDeficits<Row> {
  const judged = new Set(results.map(keyOf));
  const kept: Row[] = [];
  const replaced: Row[] = [];
  for (const row of rows) (isFromResults(row) && judged.has(keyOf(row)) ? replaced : kept).push(row);
  const declared = new Map<string, Row>();
  for (const row of kept) if (!declared.has(keyOf(row))) declared.set(keyOf(row), row);
  const supposed: DeclaredDeficit[] = [];
  const yielded: { row: Row; severity: Degree }[] = [];
  for (const { teacher, topic, severity } of results) {
    if (severity === undefined) continue;
    const row = declared.get(keyOf({ teacher, topic }));
    if (row === undefined) supposed.push({ teacher, topic, severity, source: FROM_RESULTS });
    else yielded.push({ row, severity });
  }
  return { kept, supposed, yielded, replaced };
}

/** Whether a deficit is what an earlier analysis of results supposed. */
function isFromResults({ source }: DeclaredDeficit): boolean {
  return source !== undefined && topicKey(source) === FROM_RESULTS;
}

/** As our own tables name it. */
const FROM_RESULTS = 'results';

function keyOf({ teacher, topic }: ResultsTopic): string {
  return JSON.stringify([teacher, topicKey(topic)]);
}
