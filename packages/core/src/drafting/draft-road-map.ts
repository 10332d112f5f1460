/**
 * A first draft of a road map out of findings: each measure with its findings, indicator, baseline and reason.
 *
 * @module
 */
import type { Finding } from '../analysis/analysis.js';
import type { Assessment } from '../assessment/assessment.js';
import { assessmentTitles } from '../assessment/assessment-title.js';
import type { SchoolYear } from '../calendar/school-year.js';
import { firstYearOf, schoolYearFrom } from '../calendar/school-year.js';
import { compareText } from '../foundation/order.js';
import type { Audience } from '../road-map/codelists.js';
import type { Decision, Measure, RoadMap, Section, Waiver } from '../road-map/road-map.js';
import { ROAD_MAP_VERSION } from '../road-map/road-map.js';
import { conditionMeasures } from './condition-measures.js';
import type { DraftContext, DraftOptions } from './draft-context.js';
import { deadlineBy } from './draft-dates.js';
import { indicatorsOf, referencesOf } from './draft-indicators.js';
import type { DraftWords } from './draft-words.js';
import { draftWords } from './draft-words.js';
import type { DraftedMeasure } from './drafted-measure.js';
import { countOf } from './drafted-measure.js';
import type { FindingGroup } from './finding-groups.js';
import { groupFindings } from './finding-groups.js';
import { withSupport } from './support-measures.js';

/**
 * Drafts a plan that answers every finding: by a measure, or, where newer results of the subject exist, by a waiver that
 * says so. People then change, add and strike out; coverage tells what that loses.
 *
 * Baselines are the figures of the findings; a target is the upper end of the baseline's interval, beyond which chance
 * is no explanation. Sections are works; inside them the most severe comes first.
 */
export function draftRoadMap(options: DraftOptions): RoadMap {
  const words = draftWords(options.language);
  const { unit, language } = options;
  const titles = assessmentTitles(options.assessments, language);
  const about = options.findings.filter((finding) => isAbout(finding, unit));
  const newest = newestYears(options.assessments);
  const { current, waivers } = splitByYear(about, options.assessments, newest, words);
  const schoolYear = options.schoolYear ?? yearAfter(options.assessments);
  const context: DraftContext = {
    ...options,
    words,
    year: schoolYear,
    titleOf: ({ id }) => titles.get(id) ?? id,
    name: (level, of) => (level === 'all' ? words.everybody : (options.nameOf?.(level, of) ?? of)),
  };
  const groups = groupFindings(current, options.assessments);
  const byWork = new Map<string, FindingGroup[]>();
  for (const group of groups)
    byWork.set(group.assessment.id, [...(byWork.get(group.assessment.id) ?? []), group]);
  const sections: Section[] = [];
  const measures: Measure[] = [];
  const open = (heading: Pick<Section, 'title' | 'addressee' | 'direction'>) => {
    const at = sections.length + 1;
    const section: Section = { id: `s${at}`, number: `${at}.`, ...heading };
    sections.push(section);
    return section;
  };
  const put = (section: Section, made: DraftedMeasure) => {
    measures.push({
      id: `m${measures.length + 1}`,
      number: `${measures.length + 1}.`,
      section: section.id,
      sectionPath: [section.title],
      ...made,
      ...(made.indicators === undefined
        ? {}
        : {
            indicators: made.indicators.map((each, i) => ({
              ...each,
              id: `m${measures.length + 1}-i${i + 1}`,
            })),
          }),
    });
  };
  const idsOf = new Map<FindingGroup, string>();
  for (const of of byWork.values()) {
    const [first] = of;
    if (first === undefined) continue;
    const section = open({
      title: context.titleOf(first.assessment),
      // What a work shows is answered in schools, by teachers and deputy heads, whoever made the plan.
      addressee: 'school',
      direction: words.directions.quality,
    });
    for (const group of of) {
      idsOf.set(group, `m${measures.length + 1}`);
      put(section, measureOf(group, context));
    }
    const low = of.filter(({ kind }) => kind === 'low');
    if (low.length > 1) put(section, meetingOf('associations', low, idsOf, context));
  }
  const low = priorities(groups, context);
  const ofKind = (of: Finding['kind']) => current.filter(({ kind }) => kind === of);
  const listed = ofKind('low-results');
  const ofSchools = [
    ...(listed.length === 0 ? [] : [supportOf(listed, context)]),
    ...conditionMeasures(ofKind, context),
  ];
  if (low.length > 0 || ofSchools.length > 0) {
    const title = words.sections.management;
    // In a plan above schools it holds both a meeting of all heads and meetings of parents in each school.
    const section = open({
      title,
      ...(unit?.level === 'school' ? { addressee: 'school' } : {}),
      direction: title,
    });
    for (const each of ofSchools) put(section, each);
    if (low.length > 0) {
      put(section, meetingOf('heads', low, idsOf, context));
      put(section, meetingOf('parents', low, idsOf, context));
    }
  }
  // What a municipality orders of its schools is no decision of one of them.
  const decision = unit?.level === 'school' ? undefined : decisionOf(low, context);
  const name = unit === undefined ? undefined : context.name(unit.level, unit.unit);
  const plan: RoadMap = {
    schema: 'orientir.road-map',
    version: ROAD_MAP_VERSION,
    id: options.id,
    kind: 'roadMap',
    title: words.title(name, schoolYear),
    level: unit?.level ?? 'municipality',
    ...(unit === undefined ? {} : { [unit.level]: unit.unit }),
    schoolYear,
    origins: [{ kind: 'analysis' }],
    stamps: [{ kind: 'agreed' }, { kind: 'approved' }],
    sections,
    measures,
    ...(decision === undefined ? {} : { decisions: [decision] }),
    ...(waivers.length === 0 ? {} : { waivers }),
  };
  return options.support === undefined ? plan : withSupport(plan, options.support, context);
}

function isAbout(finding: Finding, unit: DraftOptions['unit']): boolean {
  return unit === undefined || (finding.level === unit.level && finding.unit === unit.unit);
}

/** Subject by subject the school year of the newest results. */
function newestYears(assessments: readonly Assessment[]): ReadonlyMap<string, string> {
  const newest = new Map<string, string>();
  for (const { subject, schoolYear = '' } of assessments) {
    if (schoolYear > (newest.get(subject) ?? '')) newest.set(subject, schoolYear);
  }
  return newest;
}

function splitByYear(
  findings: readonly Finding[],
  assessments: readonly Assessment[],
  newest: ReadonlyMap<string, string>,
  words: DraftWords,
): { readonly current: readonly Finding[]; readonly waivers: readonly Waiver[] } {
  const works = new Map(assessments.map((assessment) => [assessment.id, assessment]));
  const current: Finding[] = [];
  const waivers: Waiver[] = [];
  for (const finding of findings) {
    const work = works.get(finding.assessment ?? '');
    const year = work?.schoolYear;
    if (year !== undefined && year < (newest.get(work?.subject ?? '') ?? ''))
      waivers.push({ finding: finding.id, reason: words.earlier(year) });
    else current.push(finding);
  }
  return { current, waivers };
}

function yearAfter(assessments: readonly Assessment[]): SchoolYear {
  const newest = assessments
    .flatMap(({ schoolYear }) => schoolYear ?? [])
    .sort(compareText)
    .at(-1);
  if (newest === undefined)
    throw new RangeError('draftRoadMap requires a school year: no assessment names one');
  return schoolYearFrom(firstYearOf(newest) + 1);
}

function measureOf(group: FindingGroup, context: DraftContext): DraftedMeasure {
  const { words, name, titleOf, unit } = context;
  const { assessment, section, items, findings } = group;
  const work = titleOf(assessment);
  // In a school's own plan its name in every line tells nobody anything.
  const schools =
    group.schools.length === 0 || unit?.level === 'school'
      ? undefined
      : words.schools(group.schools.map((school) => name('school', school)));
  const indicators = indicatorsOf(group, context);
  const told = indicators.told;
  const ids = findings.map(({ id }) => id);
  const some = indicators.list.length === 0 ? {} : { indicators: indicators.list };
  switch (group.kind) {
    case 'low':
      return {
        text: words.low({ work, ...(section === undefined ? {} : { section }), items, schools }),
        deadline: deadlineBy(group.severity === 'high' ? 'midYear' : 'endOfYear', context),
        responsible: [words.parties.teachers],
        audience: ['teachers'],
        findings: ids,
        ...(told.length === 0 ? {} : { reason: words.reasonLow(told) }),
        ...some,
      };
    case 'weak-item':
      return {
        text: words.weak({ work, ...(section === undefined ? {} : { section }), items, schools }),
        deadline: deadlineBy('midYear', context),
        responsible: [words.parties.associations],
        audience: ['teachers', 'associations'],
        findings: ids,
        ...(told.length === 0 ? {} : { reason: words.reasonLow(told) }),
        ...some,
      };
    case 'not-taught':
      return {
        text: words.notTaught(work, items, schools),
        deadline: deadlineBy('midYear', context),
        responsible: [words.parties.deputyHeads],
        audience: ['deputyHeads'],
        findings: ids,
        ...(told.length === 0 ? {} : { reason: words.reasonNotTaught(told) }),
        ...some,
      };
    case 'journal-gap':
      return {
        text: words.journalGap(work, schools),
        deadline: deadlineBy('midYear', context),
        responsible: [words.parties.deputyHeads],
        audience: ['deputyHeads'],
        findings: ids,
        ...(told.length === 0 ? {} : { reason: words.reasonJournal(told) }),
        ...some,
      };
    case 'doubtful-results':
      return {
        text: words.doubtful(work, schools),
        deadline: deadlineBy('midYear', context),
        responsible: [words.parties.deputyHeads],
        audience: ['deputyHeads'],
        findings: ids,
        reason: words.reasonDoubtful,
        indicators: [countOf(words.checkedAgain, Math.max(1, group.schools.length), context)],
      };
  }
}

/** Company for schools with low results: all of them in one measure. */
function supportOf(listed: readonly Finding[], context: DraftContext): DraftedMeasure {
  const { words, name, unit } = context;
  const ids = [...new Set(listed.map((finding) => finding.unit))];
  const schools = ids.map((school) => ({
    name: name('school', school),
    probability: listed.find((finding) => finding.unit === school)?.probability,
  }));
  return {
    text: words.lowResults(
      unit?.level === 'school' ? undefined : words.schools(schools.map((school) => school.name)),
    ),
    deadline: deadlineBy('midYear', context),
    responsible: [words.parties.heads],
    audience: ['heads'],
    findings: listed.map(({ id }) => id),
    reason: words.reasonLowResults(schools),
    indicators: [countOf(words.agreedPlans, schools.length, context)],
  };
}

/** A meeting about the topics of some groups. It answers no finding by itself: it serves the measures that do. */
function meetingOf(
  audience: Extract<Audience, 'associations' | 'heads' | 'parents'>,
  groups: readonly FindingGroup[],
  idsOf: ReadonlyMap<FindingGroup, string>,
  context: DraftContext,
): DraftedMeasure {
  const { words, titleOf } = context;
  const topics = groups.map(({ assessment, section, items }) =>
    audience === 'associations'
      ? words.topic(section, items)
      : [
          assessment.subject,
          ...(assessment.grade === undefined ? [] : [` ${assessment.grade}`]),
          ', ',
          words.topic(section, section === undefined ? items : []),
        ].join(''),
  );
  const [first] = groups;
  const texts = {
    associations: () => words.agenda(first === undefined ? '' : titleOf(first.assessment), topics),
    heads: () => words.heads(topics),
    parents: () => words.parents(topics),
  };
  return {
    text: texts[audience](),
    deadline: deadlineBy('midYear', context),
    responsible: [words.parties[audience]],
    audience: [audience],
    ...(audience === 'parents' ? {} : { activity: audience === 'heads' ? 'meeting' : 'seminar' }),
    supports: groups.flatMap((group) => idsOf.get(group) ?? []),
    indicators: [countOf(words.meetings(audience), 1, context)],
  };
}

const MOST_PRIORITIES = 5;

/** Low groups by evidence: probability × pupils, summed over the findings of the widest level that has any. */
function priorities(groups: readonly FindingGroup[], context: DraftContext): readonly FindingGroup[] {
  return groups
    .filter(({ kind }) => kind === 'low')
    .map((group) => ({ group, weight: weightOf(group, context) }))
    .sort(
      (one, other) =>
        other.weight - one.weight || compareText(one.group.section ?? '', other.group.section ?? ''),
    )
    .slice(0, MOST_PRIORITIES)
    .map(({ group }) => group);
}

function weightOf({ findings }: FindingGroup, { figureOf }: DraftContext): number {
  return findings.reduce((sum, { level, probability = 0, evidence }) => {
    const figure = evidence[0] === undefined ? undefined : figureOf(evidence[0]);
    // Larger units hold the pupils of their schools: each pupil counts at the level of schools.
    return (
      sum +
      (level === 'school' || findings.every((each) => each.level !== 'school')
        ? probability * (figure?.n ?? 0)
        : 0)
    );
  }, 0);
}

function decisionOf(groups: readonly FindingGroup[], context: DraftContext): Decision | undefined {
  if (groups.length === 0) return undefined;
  const { words, titleOf } = context;
  const lines = groups.map((group) => {
    const pupils = Math.max(
      0,
      ...group.findings.flatMap(({ evidence }) => evidence.map((each) => context.figureOf(each)?.n ?? 0)),
    );
    return words.priority(
      titleOf(group.assessment),
      words.topic(group.section, group.items),
      group.schools.length,
      pupils,
    );
  });
  return {
    id: 'd1',
    text: words.priorities(lines),
    evidence: groups.flatMap(({ findings }) =>
      findings.slice(0, 1).flatMap((finding) => referencesOf(finding).slice(0, 1)),
    ),
    findings: groups.flatMap(({ findings }) => findings.map(({ id }) => id)),
  };
}
