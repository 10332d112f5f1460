import type { EvidenceByUnit, Finding, SectionResult } from '@orientir/core/analysis';
import { isWholeWork } from '@orientir/core/analysis';
import type { Assessment, Item } from '@orientir/core/assessment';
import type { ReportInput } from './report-input.js';
import type { Both } from './text.js';
import { both } from './text.js';

/** What everything about one work needs. */
export interface WorkContext {
  readonly assessment: Assessment;
  readonly input: ReportInput;
  readonly evidence: EvidenceByUnit;
}

/** Name of a section; a common skill says so. */
export function sectionWord(section: SectionResult): Both {
  if (isWholeWork(section)) return both('Работа в целом', 'The work as a whole');
  const name = section.section;
  if (section.skill !== 'metasubject')
    return name === '' ? both('Предметные задания', 'Subject items') : both(name, name);
  return name === ''
    ? both('Метапредметные задания', 'Items on common skills')
    : both(`${name}, метапредметные`, `${name}, common skills`);
}

/** Findings about subject items, and about common skills. */
export function bySkill(
  low: readonly Finding[],
  assessment: Assessment,
): readonly [readonly Finding[], readonly Finding[]] {
  const common = new Set(assessment.items.flatMap(({ id, skill }) => (skill === 'metasubject' ? [id] : [])));
  const isCommon = ({ item }: Finding) => item !== undefined && common.has(item);
  return [low.filter((finding) => !isCommon(finding)), low.filter(isCommon)];
}

/** What the plan says of an item. */
export function described(item: string | undefined, assessment: Assessment): Item | undefined {
  return assessment.items.find(({ id }) => id === item);
}

/** A hint where the item itself should be looked at first. */
export function careWord({ assessment = '', item = '' }: Finding, evidence: EvidenceByUnit): Both {
  return evidence.isDoubtful(assessment, item)
    ? both(', проверьте само задание', ', check the item itself')
    : both('', '');
}
