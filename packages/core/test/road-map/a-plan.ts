import { parseDeadline } from '../../src/calendar/index.js';
import type { Measure, RoadMap } from '../../src/road-map/index.js';

/** A measure with as little as possible. */
export function aMeasure(id: string, more: Partial<Measure> = {}): Measure {
  return {
    id,
    text: `Мероприятие ${id}`,
    sectionPath: [],
    deadline: parseDeadline('до 1 октября 2025 года', { schoolYear: '2025/2026' }).deadline,
    responsible: ['Директор'],
    ...more,
  };
}

/** A plan of some measures. */
export function aPlan(measures: readonly Measure[], more: Partial<RoadMap> = {}): RoadMap {
  return {
    schema: 'orientir.road-map',
    version: 1,
    id: 'plan-1',
    kind: 'roadMap',
    title: 'Повышение качества обучения математике',
    schoolYear: '2025/2026',
    sections: [],
    measures,
    ...more,
  };
}
