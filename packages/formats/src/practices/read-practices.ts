/**
 * Practices, events and needs by topic, from xlsx or csv.
 *
 * @module
 */
import { issue } from '@orientir/core/foundation';
import type { CommunityEvent, Practice, TopicNeed } from '@orientir/core/practices';
import { COMMUNITIES, EVENT_KINDS } from '@orientir/core/practices';
import type { ByteSource } from '../byte-source.js';
import type { FormColumn } from '../forms/form-columns.js';
import { readChoice } from '../forms/read-choice.js';
import type { FormRead, FormRow } from '../forms/read-form.js';
import { readForm } from '../forms/read-form.js';
import { SeenRows } from '../forms/seen-rows.js';
import { HOURS, PLACES, SEVERITY, STRENGTH, TOPIC, TOPICS } from '../support/support-columns.js';
import { COMMUNITY_WORDS, KIND_WORDS } from './event-words.js';
import {
  ADOPTERS,
  CENTRE,
  COMMUNITY,
  DATE,
  EFFECT,
  EFFECT_ERROR,
  EVENT,
  EVENT_COLUMNS,
  EVENT_FORMAT,
  EVENT_KIND,
  MAX_PUPILS,
  MIN_PUPILS,
  PRACTICE,
  PRACTICE_COLUMNS,
  PRACTICE_SUBJECT,
  SETTLEMENTS,
  TERRITORY,
  TITLE,
} from './practice-columns.js';

/** A bank of practices. A row that cannot be, or of a practice that is there, is refused and named. Never throws for what is in the file. */
export function readPractices(source: ByteSource, file: string): Promise<FormRead<Practice>> {
  const seen = new SeenRows();
  return readForm(source, file, {
    layout: 'practices',
    columns: PRACTICE_COLUMNS,
    required: [PRACTICE, TOPICS],
    read: (row): Practice | undefined => {
      const practice = once(row, seen, PRACTICE);
      const topics = someOf(row, TOPICS);
      const subject = row.text(PRACTICE_SUBJECT);
      const settlements = row.list(SETTLEMENTS);
      const leastPupils = row.count(MIN_PUPILS);
      const mostPupils = row.count(MAX_PUPILS);
      const evidence = evidenceOf(row);
      if (row.isRefused) return undefined;
      seen.add(practice, row.place);
      return {
        practice,
        title: row.text(TITLE) === '' ? practice : row.text(TITLE),
        territory: row.text(TERRITORY),
        ...(subject === '' ? {} : { subject }),
        topics,
        conditions: {
          ...(settlements.length === 0 ? {} : { settlements }),
          ...(leastPupils === undefined ? {} : { leastPupils }),
          ...(mostPupils === undefined ? {} : { mostPupils }),
        },
        adopters: row.list(ADOPTERS),
        evidence,
      };
    },
  });
}

/** Events of centres and communities, likewise. */
export function readEvents(source: ByteSource, file: string): Promise<FormRead<CommunityEvent>> {
  const seen = new SeenRows();
  return readForm(source, file, {
    layout: 'events',
    columns: EVENT_COLUMNS,
    required: [EVENT, EVENT_KIND, TOPICS, PLACES, DATE],
    read: (row): CommunityEvent | undefined => {
      const event = once(row, seen, EVENT);
      const kind = readChoice(row, EVENT_KIND, EVENT_KINDS, KIND_WORDS);
      const community =
        row.text(COMMUNITY) === '' ? 'municipal' : readChoice(row, COMMUNITY, COMMUNITIES, COMMUNITY_WORDS);
      const topics = someOf(row, TOPICS);
      const strength = row.text(STRENGTH) === '' ? 1 : row.degree(STRENGTH);
      row.needed(PLACES);
      const places = row.count(PLACES);
      row.needed(DATE);
      const date = row.date(DATE);
      const hours = row.number(HOURS) ?? 0;
      const format = row.text(EVENT_FORMAT);
      const isWhole =
        kind !== undefined &&
        community !== undefined &&
        strength !== undefined &&
        places !== undefined &&
        date !== undefined;
      if (row.isRefused || !isWhole) return undefined;
      seen.add(event, row.place);
      return {
        event,
        kind,
        community,
        centre: row.text(CENTRE),
        topics,
        strength,
        places,
        date,
        hours,
        ...(format === '' ? {} : { format }),
      };
    },
  });
}

/**
 * Topics that somebody needs, from a table of deficits: whose they are is not read. Rows without a severity but with a
 * reason are no needs, and no fault.
 */
export function readTopicNeeds(source: ByteSource, file: string): Promise<FormRead<TopicNeed>> {
  return readForm(source, file, {
    layout: 'deficits',
    columns: [TOPIC, SEVERITY, REASON],
    required: [TOPIC, SEVERITY],
    passedOver: ['teacher', 'код учителя', 'source', 'откуда известно', 'probability', 'n', 'note'],
    read: (row): TopicNeed | undefined => {
      const topic = row.needed(TOPIC);
      if (row.text(SEVERITY) === '' && row.text(REASON) !== '') return undefined;
      const severity = row.degree(SEVERITY);
      return severity === undefined || row.isRefused ? undefined : { topic, severity };
    },
  });
}

const REASON: FormColumn = { id: 'reason', also: 'причина', ru: '', en: '', example: '' };

function once(row: FormRow, seen: SeenRows, column: FormColumn): string {
  const id = row.needed(column);
  const before = seen.before(id, row.place);
  if (before !== undefined)
    row.issues.push(
      issue('support-duplicate', 'error', row.placeOf(column), { columns: column.id, ...before }),
    );
  return id;
}

/** A list of at least one. */
function someOf(row: FormRow, column: FormColumn): readonly string[] {
  const found = row.list(column);
  if (found.length === 0)
    row.issues.push(issue('support-missing', 'error', row.placeOf(column), { column: column.id }));
  return found;
}

/** As many errors as effects, all above 0. */
function evidenceOf(row: FormRow): Practice['evidence'] {
  const effects = row.text(EFFECT) === '' ? [] : row.text(EFFECT).split('|');
  const errors = row.text(EFFECT_ERROR) === '' ? [] : row.text(EFFECT_ERROR).split('|');
  if (effects.length !== errors.length) {
    const shorter = errors.length < effects.length ? EFFECT_ERROR : EFFECT;
    row.issues.push(
      row.text(shorter) === ''
        ? issue('support-missing', 'error', row.placeOf(shorter), { column: shorter.id })
        : issue('practice-evidence-uneven', 'error', row.placeOf(shorter), {
            effects: effects.length,
            errors: errors.length,
          }),
    );
    return [];
  }
  const numbers = (column: FormColumn, parts: readonly string[], fits: (value: number) => boolean) => {
    const values = parts.map((part) => numberOf(part));
    if (values.every(fits)) return values;
    row.issues.push(
      issue(
        column === EFFECT ? 'practice-effect-invalid' : 'practice-error-invalid',
        'error',
        row.placeOf(column),
        {
          column: column.id,
          found: row.text(column),
        },
      ),
    );
    return undefined;
  };
  const measured = numbers(EFFECT, effects, (value) => Math.abs(value) <= LARGEST_EFFECT);
  const sure = numbers(EFFECT_ERROR, errors, (value) => value > 0 && value <= LARGEST_EFFECT);
  return measured?.map((effect, i) => ({ effect, error: sure?.[i] ?? 1 })) ?? [];
}

/** With a sign, a comma or a dot; anything else is no number. */
function numberOf(text: string): number {
  const plain = text.trim().replace(',', '.').replace('−', '-');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** No practice moves pupils by so many standard deviations: it would be points or percents. */
const LARGEST_EFFECT = 5;
