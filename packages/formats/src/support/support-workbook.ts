/**
 * A plan of support as a workbook for those who arrange it; it names teachers by their codes.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import type { Candidates, CapacityRow, Seat, SupportPlan } from '@orientir/core/support';
import { PRIORITY_GROUPS } from '@orientir/core/support';
import type { WorkbookColumn, WorkbookSheet } from '../xlsx/write-workbook.js';
import { writeWorkbook } from '../xlsx/write-workbook.js';
import { associations, associationTopics } from './association-topics.js';
import { LEGAL_LIMIT, WORKBOOK_WARNING } from './support-warning.js';
import type { SupportWords } from './support-words.js';
import { supportWords } from './support-words.js';

/** A workbook (.xlsx). Same plan, same bytes. */
export function supportWorkbook(plan: SupportPlan, language: Language): Uint8Array {
  const words = supportWords(language);
  return writeWorkbook([
    readSheet(plan, language, words),
    seatSheet(plan, language, words),
    unmetSheet(plan, language, words),
    capacitySheet(plan, words),
    needSheet(plan, words),
    ...meetingSheets(plan, words),
  ]);
}

function readSheet({ overview }: SupportPlan, language: Language, words: SupportWords): WorkbookSheet {
  const coverage = overview.stages.find(({ stage }) => stage === 'coverage');
  return {
    name: words.sheets.read,
    title: words.titles.read,
    notes: [WORKBOOK_WARNING[language]],
    columns: [
      { header: words.figure, kind: 'text', width: 32 },
      { header: words.meaning, kind: 'text', width: 90, wraps: true },
    ],
    rows: [
      [words.teachersLabel, words.teachers(overview.teachers.helped, overview.teachers.withNeeds)],
      [words.needsLabel, words.share(overview.needs)],
      [words.severeLabel, words.share(overview.bySeverity[3])],
      ...PRIORITY_GROUPS.map((group) => [words.group[group], words.share(overview.byGroup[group])]),
      ...(coverage === undefined ? [] : [[words.proofLabel, words.proof(coverage.value, coverage.bound)]]),
      ...(overview.churn === undefined ? [] : [[words.churnLabel, words.churn(overview.churn)]]),
      [words.guessLabel, words.guess],
      [words.priceLabel, words.price],
      ...(overview.rules.verified ? [] : [[words.rulesLabel, words.rules(overview.rules.id)]]),
      [words.limitLabel, LEGAL_LIMIT[language]],
    ],
  };
}

function seatSheet(plan: SupportPlan, language: Language, words: SupportWords): WorkbookSheet {
  const hasEarlier = plan.overview.churn !== undefined;
  const [teacher, offer, topics, price, alternative, loss, note] = words.seats;
  return {
    name: words.sheets.seats,
    title: words.titles.seats,
    notes: [WORKBOOK_WARNING[language], words.notes.seats],
    columns: [
      text(teacher),
      { header: offer, kind: 'text', width: 30, wraps: true },
      { header: topics, kind: 'text', width: 40, wraps: true },
      number(price),
      { header: alternative, kind: 'text', width: 30, wraps: true },
      number(loss),
      text(note, 26),
    ],
    rows: plan.figures.seats.map((seat) => [
      seat.teacher,
      called(plan.candidates, seat.offer),
      seat.covers.join(', '),
      seat.price,
      seat.alternative === undefined
        ? undefined
        : seat.alternative.offers.map((id) => called(plan.candidates, id)).join(', ') || words.nothing,
      seat.alternative?.loss,
      noteOf(seat, hasEarlier, words),
    ]),
  };
}

function unmetSheet({ figures }: SupportPlan, language: Language, words: SupportWords): WorkbookSheet {
  const [teacher, topic, severity, why] = words.unmet;
  return {
    name: words.sheets.unmet,
    title: words.titles.unmet,
    notes: [WORKBOOK_WARNING[language], words.notes.unmet],
    columns: [text(teacher), text(topic, 40), count(severity), text(why, 44)],
    rows: figures.unmet.map((need) => [need.teacher, need.topic, need.severity, words.why(need)]),
  };
}

function capacitySheet({ overview }: SupportPlan, words: SupportWords): WorkbookSheet {
  const [offer, kind, places, used, price, gain, note] = words.capacity;
  return {
    name: words.sheets.capacity,
    title: words.titles.capacity,
    notes: [words.notes.capacity],
    columns: [
      text(offer, 24),
      text(kind, 20),
      count(places),
      count(used),
      number(price),
      number(gain),
      text(note, 36),
    ],
    rows: overview.capacity.map((row) => [
      row.offer,
      row.kind,
      row.places,
      row.used,
      row.price,
      row.gainOfOneMore,
      capacityNote(row, words),
    ]),
  };
}

function needSheet({ overview }: SupportPlan, words: SupportWords): WorkbookSheet {
  const [topic, subject, severity, teachers, met, why] = words.needs;
  return {
    name: words.sheets.needs,
    title: words.titles.needs,
    notes: [words.notes.needs],
    columns: [
      text(topic, 40),
      text(subject, 20),
      count(severity),
      count(teachers),
      count(met),
      { header: why, kind: 'text', width: 60, wraps: true },
    ],
    rows: overview.needRows.map((row) => [
      row.topic,
      row.subject,
      row.severity,
      row.needs,
      row.met,
      [
        ...row.unmet.map(({ why: reason, needs }) => words.whyCount(reason, needs)),
        ...(row.hasWeakOffers && row.unmet.some(({ why: reason }) => reason === 'no-offer')
          ? [words.weakOffers]
          : []),
      ].join('; ') || undefined,
    ]),
  };
}

/** Numbers by topic that agendas leave out, because all who are invited read those. None without associations. */
function meetingSheets(plan: SupportPlan, words: SupportWords): readonly WorkbookSheet[] {
  const [association, topic, teachers, severe, waiting] = words.meetings;
  const rows = associations(plan).flatMap((offer) =>
    associationTopics(plan, offer).map((of) => [offer.offer, of.topic, of.teachers, of.severe, of.waiting]),
  );
  if (rows.length === 0) return [];
  return [
    {
      name: words.sheets.meetings,
      title: words.titles.meetings,
      notes: [words.notes.meetings],
      columns: [text(association, 30), text(topic, 40), count(teachers), count(severe), count(waiting)],
      rows,
    },
  ];
}

const text = (header: string, width?: number): WorkbookColumn => ({
  header,
  kind: 'text',
  ...(width === undefined ? {} : { width }),
});
const number = (header: string): WorkbookColumn => ({ header, kind: 'points', width: 13 });
const count = (header: string): WorkbookColumn => ({ header, kind: 'count', width: 11 });

/** Kind and id. */
function called(of: Candidates, id: string): string {
  const kind = of.offers[of.offerAt(id) ?? -1]?.kind ?? '';
  return kind === '' ? id : `${kind} «${id}»`;
}

function noteOf(seat: Seat, hasEarlier: boolean, words: SupportWords): string | undefined {
  if (seat.isLocked) return words.locked;
  if (!hasEarlier) return undefined;
  return seat.isKept ? words.kept : words.fresh;
}

function capacityNote({ places, used, isTooSmall }: CapacityRow, words: SupportWords): string | undefined {
  if (places === 0) return words.noPlaces;
  if (isTooSmall) return words.tooSmall;
  return used === places ? words.full : undefined;
}
