import type {} from '@orientir/widgets/jsx';
import type { PlanView } from '@orientir/widgets/plan';
import { useState } from 'react';
import { AS_OF, samplePlan } from '../sample-plan.js';

/** Made once: a new object would be another plan, and would be shown anew. */
const plan = samplePlan();

/** The plan as a property; the page keeps the view and counts what the reader does. */
export function PlanPage() {
  const [view, setView] = useState<PlanView>('table');
  const [filters, setFilters] = useState(0);
  const [shown, setShown] = useState(plan.measures.length);
  const [load, setLoad] = useState('нет');
  return (
    <>
      <h1>План школы</h1>
      <p>
        Школа вымышлена. О посещаемости: <a href="#plan-m2">мероприятие в плане</a>.
      </p>
      <p>
        Отборов: <output id="filters">{filters}</output>. Показано: <output id="shown">{shown}</output>. Вид:{' '}
        <output id="views">{view}</output>. Загрузка: <output id="load">{load}</output>.
      </p>
      <orientir-plan
        plan={plan}
        asOf={AS_OF}
        view={view}
        onorientir-view={(event) => setView(event.view)}
        onorientir-filter={(event) => {
          setFilters((count) => count + 1);
          setShown(event.shown);
        }}
        onorientir-load={(event) => setLoad(event.outcome)}
      />
    </>
  );
}
