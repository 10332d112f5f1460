import type { PlanExtras } from '../plan/more/index.js';

/** Fetches what comes after the first view from the folder of the script, once. */
export function extrasBeside(script: string): () => Promise<PlanExtras> {
  let extras: Promise<PlanExtras> | undefined;
  return () => {
    extras ??= import(/* @vite-ignore */ new URL('orientir-plan-more.js', script).href).then(
      (module: { readonly planExtras: PlanExtras }) => module.planExtras,
    );
    return extras;
  };
}
