/** What is fuzzed: `input(random)` makes one input, `check(input)` throws when a law is broken. */
import { DOOR_TARGETS } from './door-targets.mjs';
import { FORM_SET_TARGETS } from './form-set-targets.mjs';
import { FORM_TARGETS } from './form-targets.mjs';
import { MATCHING_TARGETS } from './matching-target.mjs';
import { PAGE_TARGETS } from './page-target.mjs';
import { PLAN_TARGETS } from './plan-targets.mjs';
import { READING_TARGETS } from './reading-targets.mjs';
import { RULE_TARGETS } from './rule-targets.mjs';

export const TARGETS = {
  ...DOOR_TARGETS,
  ...FORM_SET_TARGETS,
  ...FORM_TARGETS,
  ...MATCHING_TARGETS,
  ...PAGE_TARGETS,
  ...PLAN_TARGETS,
  ...READING_TARGETS,
  ...RULE_TARGETS,
};
