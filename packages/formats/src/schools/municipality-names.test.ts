import { describe, expect, it } from 'vitest';
import { MunicipalityNames } from './municipality-names.js';

const told = (...names: readonly (string | readonly [name: string, region: string])[]) => {
  const known = new MunicipalityNames();
  return names.map((of) => (typeof of === 'string' ? known.add(of, '') : known.add(...of)));
};

describe('MunicipalityNames', () => {
  it.each([
    ['Заречный', 'г. Заречный'],
    ['г.Заречный', 'ГОРОД ЗАРЕЧНЫЙ'],
    ['г. о. Заречный', 'Городской округ Заречный'],
    ['ГО Заречный', 'город Заречный'],
    ['Берёзовский район', 'Березовский р-н'],
    ['Берёзовский', 'Берёзовский муниципальный район'],
    ['МО «Берёзовский район»', 'Берёзовский район'],
  ])('tells that %s and %s may be one', (one, other) => {
    expect(told(one, other)).toEqual([undefined, one]);
    expect(told(other, one)).toEqual([undefined, other]);
  });

  it('tells a name once, and nothing of one that is empty or the same', () => {
    expect(told('А', 'г. А', 'г. А', '', 'А', 'А р-н')).toEqual([
      undefined,
      'А',
      undefined,
      undefined,
      undefined,
      'А',
    ]);
  });

  it('takes a town and a district, other names and other regions for different', () => {
    expect(told('г. Заречный', 'Заречный район')).toEqual([undefined, undefined]);
    expect(told('Омск', 'Омский район')).toEqual([undefined, undefined]);
    expect(told('Район А', 'Район Б', 'Район')).toEqual([undefined, undefined, undefined]);
    expect(told(['А', 'Первая'], ['г. А', 'Вторая'])).toEqual([undefined, undefined]);
    expect(told(['А', 'Первая'], ['г. А', ''])).toEqual([undefined, 'А']);
  });
});
