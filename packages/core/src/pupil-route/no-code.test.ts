import { describe, expect, it } from 'vitest';
import { whyNoCode } from './no-code.js';

describe('whyNoCode', () => {
  it('says nothing of codes', () => {
    for (const code of [
      '70012',
      '5А-12',
      'УО-17/3',
      'Ученик 5',
      'ученик_12',
      'Pupil7',
      'а1',
      'АБ',
      'vpr-007',
      '7 12',
      '12345678901',
    ])
      expect(whyNoCode(code), code).toBeUndefined();
  });

  it('knows what looks like a name, also one word of it, or one with a number', () => {
    for (const name of [
      'Иванов Иван',
      'Петрова М. С.',
      'петров',
      'СИДОРОВ',
      'Сидоров-70009',
      '12 Кузнецова',
      'Ivanov5',
      'Ким',
    ])
      expect(whyNoCode(name), name).toBe('name');
  });

  it('knows what looks like the number of a document', () => {
    for (const number of [
      '123-456-789 00',
      '123 456 789 00',
      '4512 345678',
      '45 12 345678',
      '45 12 № 345678',
      'II-АК 123456',
      'IV-ЖЖ № 123456',
    ])
      expect(whyNoCode(number), number).toBe('document');
  });
});
