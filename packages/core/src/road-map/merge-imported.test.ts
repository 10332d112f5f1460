import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMeasure, aPlan } from '../../test/road-map/a-plan.js';
import { anyPlan } from '../../test/road-map/plan.arbitrary.js';
import { diffPlans } from './diff.js';
import { mergeImported } from './merge-imported.js';
import type { RoadMap } from './road-map.js';

/** What a printed table shows of a plan. */
function printed(plan: RoadMap): RoadMap {
  return {
    ...plan,
    measures: plan.measures.map(
      ({ id, number, text, section, sectionPath, deadline, responsible, result, risks, recommendation }) => ({
        id,
        ...(number === undefined ? {} : { number }),
        text,
        ...(section === undefined ? {} : { section }),
        sectionPath,
        deadline,
        responsible,
        ...(result === undefined ? {} : { result }),
        ...(risks === undefined ? {} : { risks }),
        ...(recommendation === undefined ? {} : { recommendation }),
      }),
    ),
  };
}

describe('mergeImported', () => {
  it('gives the plan back when nothing was edited', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(diffPlans(plan, mergeImported(plan, printed(plan)))).toEqual([]);
      }),
    );
  });

  it('changes exactly the field whose cell was edited', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(), fc.constantFrom('text', 'result', 'risks'), (plan, at, field) => {
        fc.pre(plan.measures.length > 0);
        const place = at % plan.measures.length;
        const edited = printed(plan);
        const measures = edited.measures.map((measure, i) =>
          i === place ? { ...measure, [field]: 'Совсем другое' } : measure,
        );
        const changes = diffPlans(plan, mergeImported(plan, { ...edited, measures }));
        expect(changes).toMatchObject([
          { kind: 'measure-field', measure: plan.measures[place]?.id, field, after: 'Совсем другое' },
        ]);
      }),
    );
  });

  it('keeps two sections of one title apart', () => {
    const sections = [
      { id: 'a', number: '1.', title: 'Район' },
      { id: 'b', number: '1.1.', title: 'Кадры', parent: 'a' },
      { id: 'c', number: '2.', title: 'Школы' },
      { id: 'd', number: '2.1.', title: 'Кадры', parent: 'c' },
    ];
    const base = aPlan([aMeasure('m1', { section: 'b' }), aMeasure('m2', { section: 'd' })], { sections });
    const renamed = ['s1', 's2', 's3', 's4'];
    const idOf = (id: string) => renamed['abcd'.indexOf(id)] ?? '';
    const read = aPlan(
      base.measures.map((measure) => ({ ...measure, section: idOf(measure.section ?? '') })),
      {
        sections: sections.map(({ parent, ...section }) => ({
          ...section,
          id: idOf(section.id),
          ...(parent === undefined ? {} : { parent: idOf(parent) }),
        })),
      },
    );
    expect(diffPlans(base, mergeImported(base, read))).toEqual([]);
  });

  it('loses what a struck-out row answered, and references to it', () => {
    const base = aPlan([
      aMeasure('m1', { findings: ['f1'] }),
      aMeasure('m2', { findings: ['f2'] }),
      aMeasure('m3', { supports: ['m1', 'm2'] }),
    ]);
    const left = printed(base);
    const merged = mergeImported(base, { ...left, measures: left.measures.slice(1) });
    expect(merged.measures.map(({ id, findings, supports }) => ({ id, findings, supports }))).toEqual([
      { id: 'm2', findings: ['f2'], supports: undefined },
      { id: 'm3', findings: undefined, supports: ['m2'] },
    ]);
  });

  it('knows a row by its text where the document lost the ids, and gives new rows new ids', () => {
    const base = aPlan([aMeasure('a', { findings: ['f1'] }), aMeasure('m1', { text: 'Второе' })]);
    const read = aPlan([aMeasure('m1', { text: 'Новое' }), aMeasure('m2', { text: 'Мероприятие  a' })]);
    expect(mergeImported(base, read).measures.map(({ id, text, findings }) => [id, text, findings])).toEqual([
      ['m1', 'Новое', undefined],
      ['a', 'Мероприятие a', ['f1']],
    ]);
  });
});
