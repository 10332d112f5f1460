import { defineOnce } from '../define/define-once.js';
import { OrientirPlan } from '../plan/orientir-plan.js';

/** How near a table has to come to the window before it is upgraded. */
const MARGIN = '256px';

/**
 * Finds every published table (`table[data-orientir="plan"]`) and puts the element around it when it comes near the
 * window: the table itself stays in the page, in the same place. Tables that already stand in an element are left alone, so
 * that a second copy of the script, or a script that moves the whole page about, changes nothing.
 *
 * Never makes the page worse: a table that cannot be upgraded stays as it is.
 */
export function upgradePlans(root: Document): void {
  defineOnce('orientir-plan', OrientirPlan);
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        if (target instanceof HTMLElement && target.matches(SELECTOR)) upgrade(target);
      }
    },
    { rootMargin: MARGIN },
  );
  const look = () => {
    for (const table of Array.from(root.querySelectorAll<HTMLElement>(SELECTOR))) {
      if (location.hash.startsWith('#plan-')) upgrade(table);
      else near.observe(table);
    }
  };
  look();
  // For pages that put their content in later.
  new MutationObserver(look).observe(root, { childList: true, subtree: true });
}

/** Tables of plans that stand in no element yet. */
const SELECTOR = 'table[data-orientir=plan]:not(orientir-plan *)';

function upgrade(table: HTMLElement): void {
  const { src, release } = table.dataset;
  try {
    const element = table.ownerDocument.createElement('orientir-plan');
    if (src) element.setAttribute('src', src);
    if (release) element.setAttribute('release', release);
    table.replaceWith(element);
    element.append(table);
  } catch (error) {
    // The table is what matters; the site's own error log gets the reason.
    console.error('orientir', error);
  }
}
