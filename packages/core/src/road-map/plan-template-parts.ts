/**
 * What plan templates consist of, and the words that several of them share.
 *
 * @module
 */
import type { ActivityKind, Audience, PlanField, PlanKind, PlanLevel } from './codelists.js';

export type Words = readonly [ru: string, en: string];

interface Row {
  readonly text: Words;
  readonly deadline?: string;
  readonly responsible?: Words;
  readonly result?: Words;
  readonly situation?: Words;
  readonly audience?: readonly Audience[];
  readonly activity?: ActivityKind;
}

export interface Template {
  readonly kind: PlanKind;
  readonly level: PlanLevel;
  readonly title: Words;
  readonly columns: readonly (readonly [field: PlanField, header: Words])[];
  readonly sections: readonly (readonly [depth: 1 | 2, heading: Heading, rows: readonly Row[]])[];
}

/** A heading and what it says: whose work it is about, or the direction of work. */
export interface Heading {
  readonly title: Words;
  readonly addressee?: PlanLevel;
  readonly direction?: Words;
}

/** A heading that says nothing more. */
export const plain = (title: Words): Heading => ({ title });

export const DEPUTY: Words = ['Заместитель директора', 'Deputy head'];
export const TEACHERS: Words = ['Учителя-предметники', 'Subject teachers'];
export const NUMBER: readonly [PlanField, Words] = ['number', ['№ п/п', 'No.']];
export const MEASURE: readonly [PlanField, Words] = ['text', ['Мероприятия', 'Measures']];
export const DEADLINE: readonly [PlanField, Words] = ['deadline', ['Сроки исполнения', 'Deadlines']];
export const RESPONSIBLE: readonly [PlanField, Words] = ['responsible', ['Ответственные', 'Responsible']];
