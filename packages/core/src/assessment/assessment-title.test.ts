import { describe, expect, it } from 'vitest';
import type { Assessment } from './assessment.js';
import { assessmentTitle, assessmentTitles } from './assessment-title.js';

const work = (id: string, subject = 'Математика'): Assessment => ({
  id,
  programme: 'ВПР',
  subject,
  grade: 8,
  schoolYear: '2025/2026',
  items: [],
});
const plain = (title: string | undefined) => title?.replaceAll('\u00a0', ' ');

describe('titles of works', () => {
  it('name subject, grade, programme and year, or the id where nothing is known', () => {
    expect(plain(assessmentTitle(work('m8'), 'ru'))).toBe('Математика, 8 класс, ВПР 2025/2026');
    expect(assessmentTitle({ id: 'x', programme: '', subject: '', items: [] }, 'en')).toBe('x');
  });

  it('have the id in brackets where two would have one name, in both languages', () => {
    const works = [work('m8'), work('r8', 'Русский язык'), work('m8-b')];
    expect([...assessmentTitles(works, 'ru')].map(([id, title]) => [id, plain(title)])).toEqual([
      ['m8', 'Математика, 8 класс, ВПР 2025/2026 (m8)'],
      ['m8-b', 'Математика, 8 класс, ВПР 2025/2026 (m8-b)'],
      ['r8', 'Русский язык, 8 класс, ВПР 2025/2026'],
    ]);
    expect(assessmentTitles(works, 'en').get('m8-b')).toContain('(m8-b)');
    expect(assessmentTitles([work('m8')], 'ru').get('m8')).not.toContain('(');
    expect(assessmentTitles([], 'ru').size).toBe(0);
  });
});
