/**
 * Words of the forms about schools, in both languages, and what they mean.
 *
 * @module
 */
import { LOW_RESULTS_RULESETS } from '@orientir/core/assessment';
import type {
  Checkpoint,
  ExitRule,
  Named,
  Period,
  Significance,
  SwotKind,
} from '@orientir/core/school-profile';
import { omskStages, riskProfile500, SWOT_TOPICS, sevenDirections } from '@orientir/core/school-profile';

/** What may stand in a column. */
export interface FormWords<Value> {
  /** Texts in lower case without ё, and what each means. */
  readonly values: ReadonlyMap<string, Value>;
  /** As people are told. */
  readonly allowed: string;
}

/** What a text means; absent when it is not among the words. */
export function meaningOf<Value>({ values }: FormWords<Value>, text: string): Value | undefined {
  return values.get(plain(text));
}

/**
 * What several things in one cell mean, in their order: apart by `|`, `;`, a comma, or, where that leaves no doubt, by anything else.
 * Absent when a part means nothing, or numbers stand beside words: they may count the lines.
 */
export function meaningsIn<Value>({ values }: FormWords<Value>, text: string): readonly Value[] | undefined {
  const parts = text
    .split(/[|;,]/)
    .map(plain)
    .filter((part) => part !== '');
  const apart = parts.flatMap((part) => values.get(part) ?? []);
  if (apart.length === parts.length) return apart;
  const keys = [...values.keys()].sort((one, other) => other.length - one.length);
  const found: string[] = [];
  for (let rest = withoutGap(plain(text)); rest !== ''; ) {
    const next = keys.find(
      (each) => rest.startsWith(each) && !/^[\p{L}\p{N}-]/u.test(rest.slice(each.length)),
    );
    if (next === undefined) return undefined;
    found.push(next);
    rest = withoutGap(rest.slice(next.length));
  }
  const numbers = found.filter((each) => /^\d+$/.test(each)).length;
  return numbers > 0 && numbers < found.length ? undefined : found.flatMap((each) => values.get(each) ?? []);
}

/** Without what stands between two things, or before a number. */
function withoutGap(text: string): string {
  return text.replace(/^(?:[\s|;,/+&№#()]|(?:и|and)(?=\s))+/u, '');
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s.]+/g, ' ')
    .trim();
}

/** The first text of each value is the one that people are told, with the value behind it. */
function words<Value extends string>(of: readonly (readonly [Value, ...string[]])[]): FormWords<Value> {
  return {
    values: new Map(of.flatMap(([value, ...texts]) => [value, ...texts].map((text) => [plain(text), value]))),
    allowed: of.map(([value, first]) => (first === undefined ? value : `${first} (${value})`)).join(', '),
  };
}

/** Things of a ruleset: by id, by number, by name. */
function named(of: readonly Named[]): FormWords<string> {
  return {
    values: new Map(
      of.flatMap(({ id, name }, index) =>
        [id, String(index + 1), name.ru, name.en].map((text) => [plain(text), id]),
      ),
    ),
    allowed: `1–${of.length}, ${of.map(({ id }) => id).join(', ')}`,
  };
}

/** What pages call the rulesets that come with the program; one of somebody's own goes by its id. */
export const RULESET_NAMES: FormWords<string> = words(
  LOW_RESULTS_RULESETS.map(({ id, title }) => [id, id, ...(title === undefined ? [] : [title.ru, title.en])]),
);
export const FACTORS: FormWords<string> = named(riskProfile500.factors);
export const DIRECTION_WORDS: FormWords<string> = named(sevenDirections.directions);
export const STAGES: FormWords<string> = named(omskStages.stages);

const [RESULTS, CONDITIONS] = SWOT_TOPICS;
const topics = words([
  [RESULTS, 'результаты'],
  [CONDITIONS, 'условия'],
]);
export const TOPICS: FormWords<string> = {
  values: new Map([...FACTORS.values, ...topics.values]),
  allowed: `${topics.allowed}, ${FACTORS.allowed}`,
};

export const SIGNIFICANCE_WORDS: FormWords<Significance> = words<Significance>([
  ['high', 'высокая', 'высокий'],
  ['medium', 'средняя', 'средний'],
  ['low', 'низкая', 'низкий'],
]);
export const KINDS: FormWords<SwotKind> = words<SwotKind>([
  ['strength', 'сильная сторона', 'сильные стороны', 's'],
  ['weakness', 'слабая сторона', 'слабые стороны', 'w'],
  ['opportunity', 'возможность', 'возможности', 'o'],
  ['threat', 'угроза', 'угрозы', 't'],
]);
export const PERIOD_WORDS: FormWords<Period> = words<Period>([
  ['quarter-1', '1 четверть', 'i четверть', '1-я четверть', 'первая четверть'],
  ['half-year', 'полугодие', '1 полугодие', 'i полугодие', '1-е полугодие', 'первое полугодие'],
  ['quarter-3', '3 четверть', 'iii четверть', '3-я четверть', 'третья четверть'],
  ['year', 'год', 'учебный год'],
]);
export const EXITS: FormWords<ExitRule> = words<ExitRule>([
  ['not-listed', 'правило не относит к низким'],
  ['not-low', 'результаты не низкие', 'результаты, вероятно, не низкие'],
]);
export const CHECKPOINT_WORDS: FormWords<Checkpoint> = words<Checkpoint>([
  ['primary', 'первичный', 'первичная'],
  ['intermediate', 'промежуточный', 'промежуточная'],
  ['final', 'итоговый', 'итоговая'],
]);
export const YES_NO: FormWords<'yes' | 'no'> = words<'yes' | 'no'>([
  ['yes', 'да', 'true', '+', '1'],
  ['no', 'нет', 'false', '0'],
]);

/** Grades of a school. */
export const GRADES: FormWords<number> = {
  values: new Map(
    Array.from({ length: 11 }, (_, i) => i + 1).flatMap((grade) =>
      ['', ' класс', ' классы', '-й класс', '-е классы'].map((after) => [`${grade}${after}`, grade]),
    ),
  ),
  allowed: '1–11',
};

export const CHECKPOINT_NAMES: Readonly<Record<Checkpoint, { readonly ru: string; readonly en: string }>> = {
  primary: { ru: 'Первичный', en: 'Primary' },
  intermediate: { ru: 'Промежуточный', en: 'Intermediate' },
  final: { ru: 'Итоговый', en: 'Final' },
};
