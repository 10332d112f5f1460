import '@orientir/widgets/define/plan';
import { OrientirPlan } from '@orientir/widgets/plan';
import { render } from 'lit';
import { expect, vi } from 'vitest';
import { PATIENTLY } from '../src/patiently.js';
import * as stories from '../src/plan/plan.stories.js';
import type { PlanStory } from '../src/plan/plan-page.js';
import { planPage } from '../src/plan/plan-page.js';
import type { Theme } from '../src/themes.js';
import { framed } from '../src/themes.js';

export interface ShownStory {
  readonly plan: OrientirPlan;
  readonly shadow: ShadowRoot;
  /** Paints the page around it anew. */
  paint(theme: Theme): void;
}

/** Every story of the plan but those that are only there to be walked through. */
export const planStories: readonly (readonly [name: string, story: PlanStory])[] = Object.entries(
  stories,
).flatMap(([name, story]) =>
  name !== 'Walk' && name !== 'default' && 'args' in story && story.args !== undefined
    ? [[name, story.args] as const]
    : [],
);

/** Puts a story into the page and waits until its later views are there. */
export async function showStory(
  story: PlanStory,
  host: HTMLElement,
  theme: Theme = 'light',
): Promise<ShownStory> {
  vi.stubGlobal('fetch', (address: string) =>
    address.endsWith('slow.json')
      ? new Promise(() => {})
      : Promise.resolve(new Response('', { status: 404 })),
  );
  const paint = (next: Theme) => render(framed(next, planPage(story)), host);
  paint(theme);
  const plan = host.querySelector('orientir-plan');
  if (plan?.shadowRoot == null) throw new Error('the story has no plan');
  // However long a busy machine takes to fetch them; where they are not to be had, this says why.
  await OrientirPlan.extras();
  await vi.waitFor(() => expect(plan.extras).toBeDefined(), PATIENTLY);
  if (story.src === './нет-такого-файла.json')
    await vi.waitFor(() => expect(plan.outcome).toBe('failed'), PATIENTLY);
  await plan.updateComplete;
  return { plan, shadow: plan.shadowRoot, paint };
}
