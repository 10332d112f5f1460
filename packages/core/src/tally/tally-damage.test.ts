import { describe, expect, it } from 'vitest';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { add, empty, merge } from './add.js';
import { formatTally, parseTally } from './tally-json.js';

/** A document as anybody may send one: fields are changed freely. */
// biome-ignore lint/suspicious/noExplicitAny: damage has no type
type Anything = any;

const unit = { region: 'Р', municipality: 'М', school: 's1', class: '5А' };
const tally = add(
  empty(),
  aBlock(anAssessment([1, 2, 125]), [
    { unit, codes: [2, 4, 250], mark: 5, journalMark: 4, teacher: 't1' },
    { unit, codes: [253, 0, 0], mark: 2, teacher: 't1' },
    { unit, codes: [254, 255, 1], mark: 7, journalMark: 7, teacher: 't2' },
  ]),
);

function refusal(damage: (document: Anything, group: Anything) => void): string {
  const document: Anything = JSON.parse(formatTally(tally));
  damage(document, document.assessments[0].groups[0]);
  const parsed = parseTally(JSON.stringify(document));
  if (parsed.kind === 'tally') return 'accepted';
  return parsed.code === 'tally-invalid'
    ? `${parsed.parameters.path}: ${parsed.parameters.problem}`
    : parsed.code;
}

const HERE = 'assessments.0.groups.0';
const RESPONSES = `${HERE}: responses are not ascending pairs of a response code and a count`;
const MARKS = `${HERE}: marks do not add up to the pupils who wrote`;
const COMPLETE = `${HERE}: complete has items, totals or cross tables out of order or out of range`;

describe('a tally that was changed by hand', () => {
  it('is accepted as long as nothing contradicts it', () => {
    expect(refusal(() => {})).toBe('accepted');
    expect(refusal((_, group) => delete group.complete.cross)).toBe('accepted');
    expect(refusal((_, group) => delete group.complete)).toBe('accepted');
    expect(refusal((_, group) => (group.complete.items = [0, 1, 2]))).toBe('accepted');
    expect(refusal((_, group) => (group.marks = [7, 7, 3]))).toBe('accepted');
    expect(refusal((_, group) => (group.complete.totals = [1, 7, 16_383, 3]))).toBe('accepted');
    expect(refusal((_, group) => (group.complete.cross[2] = [250, 16_383, 1]))).toBe('accepted');
    expect(refusal((_, group) => (group.absent = 4_294_967_295))).toBe('accepted');
  });

  it('is refused where counts are no counts', () => {
    expect(refusal((_, group) => group.responses.pop())).toBe(
      `${HERE}: responses must have one list for each item`,
    );
    for (const list of [[2], [2, 1, 2, 1], [4, 1, 2, 1], [251, 1], [252, 1], [255, 1], [2, 0]]) {
      expect(refusal((_, group) => (group.responses[0] = list))).toBe(RESPONSES);
    }
    expect(refusal((_, group) => (group.responses[0] = [2, 4]))).toBe(
      `${HERE}: item 0 has more responses than pupils who wrote`,
    );
    expect(refusal((_, group) => (group.responses[2] = [0, 2, 250, 2]))).toBe(
      `${HERE}: item 2 has more responses than pupils who wrote`,
    );
    for (const list of [[5, 4, 1], [8, 0, 3], [0, 8, 3], [5, 4], [5, 4, 4], []]) {
      expect(refusal((_, group) => (group.marks = list))).toBe(MARKS);
    }
  });

  it('is refused where the table of complete pupils is none', () => {
    for (const items of [
      [0, 1, 3],
      [1, 0, 2],
      [0, 0, 1],
      [2, 1, 0],
    ]) {
      expect(refusal((_, group) => (group.complete.items = items))).toBe(COMPLETE);
    }
    for (const totals of [
      [2, 0, 0, 1],
      [0, 8, 0, 1],
      [0, 0, 16_384, 1],
      [0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 5, 1, 0, 0, 5, 1],
    ]) {
      expect(refusal((_, group) => (group.complete.totals = totals))).toBe(COMPLETE);
    }
    for (const list of [
      [0, 1, 1],
      [251, 1, 1],
      [2, 16_384, 1],
      [2, 1],
      [2, 1, 0],
    ]) {
      expect(refusal((_, group) => (group.complete.cross[0] = list))).toBe(COMPLETE);
    }
    expect(refusal((_, group) => group.complete.cross.pop())).toBe(COMPLETE);
    expect(refusal((_, group) => (group.complete.totals = [0, 0, 0, 4]))).toBe(
      `${HERE}: complete has more pupils than wrote`,
    );
  });

  it('is refused where something stands twice', () => {
    expect(refusal(({ assessments }) => assessments.push(assessments[0]))).toBe(
      'assessments.1: the assessment stands twice',
    );
    expect(refusal(({ assessments: [{ groups }] }) => groups.push(groups[0]))).toBe(
      'assessments.0.groups.1: the group stands twice',
    );
    expect(refusal(({ assessments: [{ teachers }] }) => teachers.push(teachers[1]))).toBe(
      'assessments.0.teachers.2: the group stands twice',
    );
  });

  it('is refused by its version, or as no tally at all', () => {
    const supported = { found: '6', supported: '1, 2, 3, 4, 5' };
    expect(parseTally('{"version":6}')).toEqual({
      kind: 'refused',
      code: 'tally-version',
      parameters: supported,
    });
    for (const text of ['null', '3', '"version"', '[]', '{}']) {
      expect(parseTally(text)).toMatchObject({ kind: 'refused', code: 'tally-invalid' });
    }
    expect(parseTally('{"a"')).toMatchObject({
      parameters: { path: '$', problem: expect.stringContaining('JSON') },
    });
    expect(parseTally('null')).toMatchObject({ parameters: { path: '$', problem: /object/ } });
  });
});

describe('the description inside a tally file', () => {
  it('comes back with every field, several works in the order of their ids', () => {
    const described = {
      ...anAssessment([1, 2]),
      id: 'b',
      grade: 5,
      schoolYear: '2025/2026',
      pointStep: 0.5 as const,
      markScale: [
        { mark: 2 as const, min: 0 },
        { mark: 3 as const, min: 1 },
      ],
      items: [
        {
          id: '1',
          maxPoints: 1,
          level: 'basic' as const,
          section: 'Дроби',
          skill: 'subject' as const,
          codes: ['1.2'],
          tags: ['calculation'],
        },
        { id: '2' },
      ],
    };
    const bare = { id: 'a', programme: '', subject: '', items: [{ id: '1' }] };
    const both = merge(
      add(empty(), aBlock(described, [{ codes: [2, 4] }])),
      add(empty(), aBlock(bare, [{ codes: [2] }])),
    );
    const text = formatTally(both);
    expect(JSON.parse(text).assessments.map((of: Anything) => of.assessment)).toEqual([bare, described]);
    const parsed = parseTally(text);
    expect(parsed.kind === 'tally' && formatTally(parsed.tally)).toBe(text);
    expect(Object.keys(JSON.parse(text).assessments[0].groups[0])).toEqual([
      'variant',
      'wrote',
      'absent',
      'responses',
      'marks',
      'complete',
    ]);
  });
});

describe('a tally of version 1', () => {
  const old = (forms: readonly Anything[], responses: readonly Anything[] = [[0, 2], [], [2, 2]]) => ({
    schema: 'orientir.tally',
    version: 1,
    shared: false,
    assessments: [
      {
        assessment: anAssessment([1, 1, 1]),
        groups: [
          { school: 's', variant: '1', wrote: 2, absent: 0, responses, marks: [0, 0, 2], forms },
          {
            school: 't',
            variant: '1',
            wrote: 1,
            absent: 0,
            responses: [[], [0, 1], []],
            marks: [0, 0, 1],
            forms: [],
          },
        ],
        teachers: [],
      },
    ],
  });
  const group = (document: unknown) => {
    const parsed = parseTally(JSON.stringify(document));
    return parsed.kind === 'tally'
      ? JSON.parse(formatTally(parsed.tally)).assessments[0].groups[0].complete
      : parsed;
  };

  it('keeps the table of the whole variant, as all its groups together have it', () => {
    const part = { items: [0, 2], totals: [0, 0, 2, 2] };
    const whole = { items: [0, 1, 2], totals: [0, 0, 4, 1] };
    expect(group(old([part, whole]))).toEqual(whole);
    expect(group(old([part]))).toBeUndefined();
    expect(group(old([]))).toBeUndefined();
  });

  it('is refused like any other where it is damaged', () => {
    expect(group({ ...old([]), assessments: {} })).toMatchObject({ code: 'tally-invalid' });
    expect(group({ ...old([]), assessments: [null] })).toMatchObject({ code: 'tally-invalid' });
    expect(group({ ...old([]), assessments: [{ groups: 1, teachers: [] }] })).toMatchObject({
      code: 'tally-invalid',
    });
    expect(group({ ...old([]), assessments: [{ groups: [], teachers: 1 }] })).toMatchObject({
      code: 'tally-invalid',
    });
    expect(group(old([null]))).toBeUndefined();
    expect(group(old([{ items: 'x' }]))).toBeUndefined();
    expect(group(old([], [null, [], []]))).toMatchObject({ code: 'tally-invalid' });
    const odd: Anything = old([]);
    odd.assessments[0].groups.push(null);
    expect(group(odd)).toMatchObject({ code: 'tally-invalid' });
    odd.assessments[0].groups[2] = { variant: '1', responses: 'no' };
    expect(group(odd)).toMatchObject({ code: 'tally-invalid' });
  });
});
