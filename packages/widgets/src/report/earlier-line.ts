import type { UnitEvidence } from '@orientir/core/analysis';
import { isWholeWork } from '@orientir/core/analysis';
import type { Assessment } from '@orientir/core/assessment';
import { earlierTopics, earlierTopicsText } from '@orientir/core/assessment';
import type { Both } from './text.js';
import { both } from './text.js';

/** Topics of earlier grades behind items and sections that need help; none where the codifier does not say so. */
export function earlierLine({ sections, low }: UnitEvidence, assessment: Assessment): readonly Both[] {
  const red = sections.filter((section) => section.verdict === 'red' && !isWholeWork(section));
  const items = [...red.flatMap((section) => section.items), ...low.flatMap(({ item }) => item ?? [])];
  const topics = earlierTopics(assessment, items);
  if (topics.length === 0) return [];
  return [
    both(
      `То, что нужно повторить, опирается на ${earlierTopicsText(topics, 'ru')}.`,
      `What is to be taught again rests on ${earlierTopicsText(topics, 'en')}.`,
    ),
  ];
}
