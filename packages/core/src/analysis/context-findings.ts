import { conditionsConclusion } from '../context/conditions-conclusion.js';
import type { ContextAnalysis } from '../context/context-of.js';
import type { Finding } from './analysis.js';
import { findingIdentity } from './findings.js';

/**
 * One finding for each school of which results and conditions say something together (`conditionsConclusion`), in the
 * order of schools.
 *
 * `low` for a resilient school: there is nothing to mend, and something to learn from. `probability` is that of a result above
 * (`resilient-school`) or below (`below-expected`) what schools of such conditions have.
 */
export function contextFindings(context: ContextAnalysis): readonly Finding[] {
  return context.schools.flatMap((of): readonly Finding[] => {
    const kind = conditionsConclusion(of, context);
    if (kind === undefined) return [];
    const { school, probability } = of;
    const probable =
      probability === undefined || kind === 'hard-conditions'
        ? {}
        : { probability: kind === 'resilient-school' ? probability : 1 - probability };
    return [
      {
        ...findingIdentity(kind, { level: 'school', unit: school }),
        kind,
        severity: kind === 'resilient-school' ? 'low' : 'medium',
        ...probable,
        evidence: (kind === 'hard-conditions' ? ['index', 'result'] : ['difference']).map((figure) => ({
          table: 'context',
          key: school,
          figure,
        })),
      },
    ];
  });
}
