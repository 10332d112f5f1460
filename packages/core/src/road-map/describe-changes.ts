import type { Language } from '../foundation/issue.js';
import type { JsonValue } from '../foundation/json-value.js';
import { fieldName, nameOf, wordsOf } from './change-words.js';
import type { PlanChange, PlanDocument } from './diff.js';
import type { ComparedPlan } from './release.js';

/** Changes as sentences that a parent understands, in the order of {@link diffPlans}. */
export function describeChanges(
  one: ComparedPlan,
  other: ComparedPlan,
  changes: readonly PlanChange[],
  language: Language,
): readonly string[] {
  const names = new Map(
    [...one.measures, ...other.measures].map(({ id, number, text }) => [
      id,
      nameOf(number, text ?? '', language),
    ]),
  );
  return changes.map((change) => sentence(change, names, language));
}

function sentence(change: PlanChange, names: ReadonlyMap<string, string>, language: Language): string {
  const isRussian = language === 'ru';
  switch (change.kind) {
    case 'measure-added':
      return `${isRussian ? 'Добавлено' : 'Added'}: ${nameOfDocument(change.after, language)}.`;
    case 'measure-removed':
      return `${isRussian ? 'Исключено' : 'Removed'}: ${nameOfDocument(change.before, language)}.`;
    case 'order':
      return isRussian ? 'Мероприятия стоят в другом порядке.' : 'The measures stand in another order.';
    case 'plan-field':
      return `${isRussian ? 'Изменён документ' : 'Document changed'}, ${fieldName(change.field, language)}: ${beforeAfter(change, language)}.`;
    case 'measure-field':
      return `${names.get(change.measure) ?? change.measure}, ${fieldName(change.field, language)}: ${beforeAfter(change, language)}.`;
  }
}

function beforeAfter(
  { before, after }: { readonly before?: JsonValue; readonly after?: JsonValue },
  language: Language,
): string {
  const isRussian = language === 'ru';
  const was = before === undefined ? undefined : `«${wordsOf(before)}»`;
  const is = after === undefined ? undefined : `«${wordsOf(after)}»`;
  if (was === undefined) return `${isRussian ? 'добавлено' : 'added'} ${is}`;
  if (is === undefined) return `${isRussian ? 'убрано' : 'removed'} ${was}`;
  if (was === is) return isRussian ? 'изменены подробности' : 'details changed';
  return isRussian ? `было ${was}, стало ${is}` : `was ${was}, is now ${is}`;
}

function nameOfDocument({ number, text }: PlanDocument, language: Language): string {
  return nameOf(
    typeof number === 'string' ? number : undefined,
    typeof text === 'string' ? text : '',
    language,
  );
}
