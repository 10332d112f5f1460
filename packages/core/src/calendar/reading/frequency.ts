/**
 * How often: «ежемесячно», «не реже 1 раза в четверть», «каждый вторник», «третья среда месяца».
 *
 * @module
 */
import type { DurationUnit } from '../deadline.js';
import type { PeriodicRule } from '../recurrence.js';
import type { Cursor } from './cursor.js';
import { periodKind, takesUnit, thirdOfMonth } from './part-of-time.js';
import { takesPartOfEachMonth } from './rule-of-month.js';
import { takesEachWeekday, takesWeekdayRule } from './weekday-rules.js';

/** Reads a rule; steps over it. */
export function takesRule(cursor: Cursor): PeriodicRule | undefined {
  return cursor.attempt((c) => {
    return (
      takesWeekdayRule(c) ??
      takesEachWeekday(c) ??
      takesPartOfEachMonth(c) ??
      takesAdverb(c) ??
      takesTimes(c) ??
      takesEach(c) ??
      takesEdgeOfEach(c) ??
      takesBreaks(c)
    );
  });
}

/** A rule of one unit. */
function ruleOf(unit: DurationUnit | 'decade', interval: number, times: number): PeriodicRule | undefined {
  switch (unit) {
    case 'day':
    case 'working-day':
      return { kind: 'daily', interval };
    case 'week':
      return { kind: 'weekly', interval, times };
    case 'month':
      return { kind: 'monthly', interval, times };
    case 'year':
      return { kind: 'yearly', interval, times };
    case 'calendar-quarter':
      return interval === 1
        ? { kind: 'quarterly', times }
        : { kind: 'monthly', interval: interval * 3, times };
    case 'quarter':
    case 'trimester':
    case 'module':
    case 'half-year':
      return interval === 1 ? { kind: 'school-periods', period: unit, at: 'within', times } : undefined;
    case 'hour':
    case 'decade':
      return undefined;
  }
}

/** «ежемесячно»; «ежегодный мониторинг», «в еженедельных ВКС»: an adjective takes its nouns along. */
function takesAdverb(cursor: Cursor): PeriodicRule | undefined {
  return cursor.attempt((c) => {
    c.skip('in', 'on');
    const lexeme = c.lexeme();
    if (lexeme?.is !== 'frequency') return undefined;
    c.at++;
    if (lexeme.adjective) c.skipUnknownWords();
    return ruleOf(lexeme.unit, 1, 1);
  });
}

/** «не реже 1 раза в 2 недели», «дважды в год», «по 1 модулю в месяц», «раз в полугодие». */
function takesTimes(cursor: Cursor): PeriodicRule | undefined {
  return cursor.attempt((c) => {
    takesAtLeast(c);
    const times = takesHowOften(c);
    if (times === undefined || times > 50) return undefined;
    c.takes('minimum');
    if (c.takes('every')) c.at--;
    else if (!c.takes('in', 'for') && !c.takesSign('/')) return undefined;
    c.takes('course');
    c.skip('every', 'this');
    const counted = c.takesCount();
    const unit = takesUnit(c);
    if (unit === undefined || (counted === 1 && periodKind(unit) !== undefined)) return undefined;
    return ruleOf(unit, counted ?? 1, times);
  });
}

/** «не реже», «не менее чем», «минимум», «как минимум», «по». */
function takesAtLeast(c: Cursor): void {
  c.attempt((d) => (d.takes('but') ? true : undefined));
  c.attempt((d) => (d.takes('not') && d.takes('rarer', 'less', 'more') ? true : undefined));
  c.skip('than');
  c.attempt((d) => (d.takesText('хотя') && d.takesText('бы') ? true : undefined));
  c.attempt((d) => (d.takesText('как') && d.takes('minimum') ? true : undefined));
  c.skip('minimum', 'along');
}

/** The count before «в»: «раз», «один раз», «1-2 раза» (the lower), «дважды», «2 занятия». */
function takesHowOften(cursor: Cursor): number | undefined {
  return cursor.attempt((c) => {
    if (c.takes('twice')) return 2;
    if (c.takes('thrice')) return 3;
    if (c.takes('times')) return 1;
    const count = c.takesCount();
    if (count === undefined) return undefined;
    if (c.takesSign('-') && c.takesCount() === undefined) return undefined;
    c.takesSign('-');
    if (c.takes('times')) return count;
    if (takesThing(c)) return count;
    const hours = c.lexeme();
    if (hours?.is !== 'unit' || hours.unit !== 'hour') return undefined;
    c.at++;
    return 1;
  });
}

/** What is counted: one or two words that mean no time, «модулю», «индивидуальные занятия»; modules too. */
function takesThing(c: Cursor): boolean {
  const first = c.at;
  while (c.at - first < 3 && c.peek()?.is === 'word' && c.lexeme() === undefined) c.at++;
  if (c.at > first) return true;
  const lexeme = c.lexeme();
  if (lexeme?.is !== 'unit' || lexeme.unit !== 'module') return false;
  c.at++;
  return true;
}

/** «каждый месяц», «каждые 2 недели», «каждого полугодия», «каждое 25 число» is a rule of month. */
function takesEach(cursor: Cursor): PeriodicRule | undefined {
  return cursor.attempt((c) => {
    const within = c.takes('in', 'on', 'for');
    if (within) c.takes('course');
    if (!c.takes('every')) return undefined;
    const interval = c.takesCount() ?? c.takesOrdinal() ?? 1;
    if (interval < 1) return undefined;
    const unit = takesUnit(c);
    return unit === undefined ? undefined : ruleOf(unit, interval, 1);
  });
}

/** «в конце каждой четверти», «по окончании четвертей», «по итогам триместра», «в начале месяца», «по четвертям». */
function takesEdgeOfEach(cursor: Cursor): PeriodicRule | undefined {
  return cursor.attempt((c) => {
    const along = c.takes('along', 'after');
    if (!along) c.skip('in', 'on', 'by');
    const lexeme = c.lexeme();
    const edge = lexeme?.is === 'name' ? lexeme.name : undefined;
    const edged = edge === 'start' || edge === 'end' || (along && edge === 'result');
    if (edged) c.at++;
    c.takes('course');
    const each = c.takes('every', 'whole', 'this');
    const unitLexeme = c.lexeme();
    const unit = takesUnit(c);
    if (unit === undefined || unitLexeme?.is !== 'unit') return undefined;
    if (!edged && !(along && unitLexeme.plural)) return undefined;
    const rule = ruleOf(unit, 1, 1);
    if (unit === 'year' && !each) return undefined;
    if (!edged || rule === undefined) return rule;
    const at = edge === 'start' ? 'start' : 'end';
    if (rule.kind === 'school-periods') return { kind: 'school-periods', period: rule.period, at };
    if (rule.kind !== 'monthly' || edge === 'result') return edge === 'start' ? undefined : rule;
    const [first, last] = thirdOfMonth(at);
    return along ? rule : { kind: 'month-days', days: [{ first, last }] };
  });
}

/** «в каникулы», «во время каникул». */
function takesBreaks(cursor: Cursor): PeriodicRule | undefined {
  return cursor.attempt((c) => {
    c.skip('in', 'on');
    c.takes('course', 'period');
    c.takesText('время', 'дни');
    c.skip('every', 'whole', 'school');
    if (!c.takes('break')) return undefined;
    c.takesText('время', 'дни', 'период', 'периоды');
    return { kind: 'breaks' };
  });
}
