import type { OrientirPlan } from '../orientir-plan.js';

/** Shows the measure that the address of the page names, whatever was filtered. */
export function followAddress(element: OrientirPlan): void {
  const { inTable } = element;
  const name = nameIn(location.hash);
  const measure = inTable?.plan.measures.find(({ id }) => `plan-${id}` === name);
  if (measure === undefined || element.current === measure.id) return;
  element.current = measure.id;
  if (!element.shown.includes(measure)) element.filter = {};
  element.most = Math.max(element.most, element.shown.indexOf(measure) + 1);
  if (element.view !== undefined && element.view !== 'table') element.view = 'list';
  void element.updateComplete.then(() => {
    const card = element.renderRoot.querySelector(`[data-id="${CSS.escape(measure.id)}"]`);
    const row = Array.from(inTable?.rows ?? []).find(([, of]) => of === measure)?.[0];
    (card ?? row)?.scrollIntoView({ block: 'center' });
  });
}

function nameIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}
