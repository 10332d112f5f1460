import type { Deadline, DeadlineDescription, Occurrence } from '../../src/calendar/index.js';
import { describeDeadline, parseDeadline } from '../../src/calendar/index.js';

/**
 * The meaning of a phrase in one line, for tables of tests: kind, days (`..` before a day: only the end is known),
 * rule and number of occurrences in the plan's year, issues.
 */
export function meaningOf(phrase: string, schoolYear = '2024/2025'): string {
  const { deadline } = parseDeadline(phrase, { schoolYear });
  const description = describeDeadline(phrase, { schoolYear });
  const codes = [...new Set(description.issues.map((issue) => issue.code))];
  return [...words(deadline, description), ...codes].filter((word) => word !== '').join(' ');
}

function words(deadline: Deadline, description: DeadlineDescription): readonly string[] {
  const days = daysOf(description);
  switch (deadline.kind) {
    case 'recurring':
      return [deadline.kind, days === '' ? '' : `in ${days}:`, ...rule(deadline, description)];
    case 'relative': {
      const offset = 'offset' in deadline && deadline.offset !== undefined ? deadline.offset : undefined;
      const duration = deadline.anchor === 'duration' ? deadline.duration : undefined;
      return [
        deadline.kind,
        deadline.anchor,
        offset === undefined ? '' : `${offset.amount} ${offset.unit} ${offset.direction}`,
        duration === undefined ? '' : `${duration.amount} ${duration.unit}`,
        days,
      ];
    }
    case 'schedule':
      return [deadline.kind, deadline.document];
    case 'none':
      return [deadline.kind, deadline.reason === 'not-understood' ? '' : deadline.reason];
    default:
      return [deadline.kind, days];
  }
}

function daysOf({ start, end }: DeadlineDescription): string {
  if (start === undefined && end === undefined) return '';
  return start === end ? `${start}` : `${start ?? ''}..${end ?? ''}`;
}

function rule(
  deadline: Deadline & { readonly kind: 'recurring' },
  { rrule, occurrences }: DeadlineDescription,
): readonly string[] {
  if (deadline.rule.kind === 'checkpoints') return [deadline.rule.names.join(', ')];
  if (rrule !== undefined || occurrences.length > 6) return [rrule ?? '', `${occurrences.length} times`];
  return [occurrences.map(stretch).join(', ')];
}

function stretch({ start, due }: Occurrence): string {
  if (start === undefined) return `..${due}`;
  return start === due ? due : `${start}..${due}`;
}
