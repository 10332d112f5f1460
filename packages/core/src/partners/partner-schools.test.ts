import { describe, expect, it } from 'vitest';
import type { SchoolPassport } from '../context/index.js';
import { contextOf } from '../context/index.js';
import type { Figure } from '../foundation/index.js';
import { known, missing } from '../foundation/index.js';
import type { SchoolRisk } from '../risk/index.js';
import { partnerSchools, SMALL_RURAL_BELOW } from './index.js';

const passport = (school: string, pupils: number, settlement = 'село'): SchoolPassport => ({
  school,
  settlement,
  pupils,
  indicators: new Map<string, Figure>([
    ['higher_education', known(0.3, pupils)],
    ['single_parent', missing('not-stated', pupils)],
  ]),
});
const risk = (school: string, of: SchoolRisk['class'], listed: boolean): SchoolRisk => ({
  school,
  ruleset: 'omsk-2025',
  listed,
  class: of,
  share: known(0.4, 20),
  triggered: [],
  cells: () => [],
});

describe('partnerSchools', () => {
  const passports = [
    passport('s1', SMALL_RURAL_BELOW - 1),
    passport('s2', SMALL_RURAL_BELOW),
    passport('s3', 50, 'город'),
  ];
  const schools = partnerSchools({
    context: contextOf([], passports),
    passports,
    risks: [
      risk('s1', 'low', true),
      risk('s2', 'undetermined', false),
      risk('s3', 'undetermined', true),
      risk('s4', 'not-low', true),
    ],
    list: [{ id: 's1', municipality: 'Заречный', type: 'Школа' }],
    places: new Map([['s2', { latitude: 55, longitude: 83 }]]),
    strong: new Map([['s2', ['Дроби']]]),
    weak: new Map(),
  });
  const of = (id: string) => schools.find(({ school }) => school === id);

  it('lets those seek that have low results, or may well have', () => {
    expect(schools.map(({ school, seeks }) => `${school} ${seeks}`)).toEqual([
      's1 true',
      's2 false',
      's3 true',
    ]);
  });

  it('keeps small rural schools apart, and takes conditions that are stated and no others', () => {
    expect(of('s1')?.stratum).not.toBe(of('s2')?.stratum);
    expect(of('s1')?.stratum).toBe('["школа","село","small"]');
    expect(of('s3')?.stratum).toBe('["","город",""]');
    expect([...(of('s1')?.conditions ?? [])]).toEqual([
      ['higher_education', 0.3],
      ['log_pupils', Math.log(SMALL_RURAL_BELOW - 1)],
    ]);
    expect(of('s1')).toMatchObject({ municipality: 'Заречный', difference: { kind: 'missing' } });
    expect(of('s2')).toMatchObject({ place: { latitude: 55, longitude: 83 }, strong: ['Дроби'], weak: [] });
  });
});
