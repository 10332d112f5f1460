/**
 * Forms that are read together: those about schools, and those of support for teachers. One of them is damaged, and the others are
 * whole or not given; in one input of sixty-four all are damaged. The laws are those of form-laws.mjs; what was accepted has values
 * in their range, and a plan of support can be made of it.
 */
import { verifyMatching } from '@orientir/core/matching';
import { candidates, planSupport } from '@orientir/core/support';
import { formKindsOf, ProfileReader } from '@orientir/formats/profile';
import { readSupport, supportTables } from '@orientir/formats/support';
import { damagedFile, formOf, wholeFile } from './form-damage.mjs';
import { checkCount, checkRows } from './form-laws.mjs';
import { PROFILE, SUPPORT, schoolOf } from './forms.mjs';

const profileForms = Object.entries(PROFILE).map(([name, text]) => formOf(name, text));
const supportForms = Object.entries(SUPPORT).map(([name, text]) => formOf(name, text));
const isNeeded = (name) => name === 'teachers' || name === 'offers';

export const FORM_SET_TARGETS = {
  'profile forms': {
    input: (random) =>
      random.below(64) === 0
        ? profileForms.map((form) => damagedFile(form, random))
        : [damagedFile(random.of(profileForms), random)],
    check: async (files) => {
      const reader = new ProfileReader({ schoolOf });
      for (const file of files) {
        await formKindsOf(file);
        await reader.read(file, file.name);
      }
      const read = reader.finish([{ school: 's1', indicators: new Map() }]);
      checkRows(read.files, read.issues, files);
      const { forms } = read;
      const values = {
        'self-rating': forms.ratings.length,
        swot: forms.swot.length,
        directions: forms.directions.size,
        attendance: forms.attendance.length,
        'annual-card': forms.cards.length,
        'special-control': forms.controls.length,
      };
      for (const [form, count] of Object.entries(values)) checkCount(form, count, read.files);
      for (const { points } of forms.checkpoints)
        for (const figure of points.flatMap(({ planned, measured }) => [planned, measured]))
          if (figure.kind === 'known' && !(figure.estimate >= 0 && figure.estimate <= 1))
            throw new Error(`no share: ${JSON.stringify(figure)}`);
      for (const { refused } of forms.schools.values())
        for (const form of refused) if (!forms.given.has(form)) throw new Error(`${form} was not given`);
    },
  },
  'support forms': {
    input: (random) => {
      const all = random.below(64) === 0;
      const hit = random.of(supportForms);
      const given = supportForms.filter(
        (form) =>
          form === hit || isNeeded(form.name) || random.below(4) > (all || form.name === 'deficits' ? 0 : 2),
      );
      const files = given.map((form) => [
        form.name,
        all || form === hit ? damagedFile(form, random) : wholeFile(form),
      ]);
      // A plan takes as long as all the files.
      return { files: Object.fromEntries(files), isPlanned: all || random.below(3) === 0 };
    },
    check: async ({ files, isPlanned }) => {
      const of = Object.fromEntries(
        Object.entries(files).map(([form, source]) => [form, { name: source.name, source }]),
      );
      const read = await readSupport({ ...of, offers: [of.offers] });
      const { teachers, offers, deficits, locks, earlier, courses } = read;
      const all = candidates(teachers, offers, deficits, { locks, ...(earlier && { earlier }) });
      const issues = [...read.issues, ...read.pairIssues(all, all.brokenLocks)];
      checkRows(read.files, issues, Object.values(files));
      checkCount('teachers', teachers.length, read.files);
      checkCount('offers', offers.length, read.files);
      if (!isPlanned) return;
      const plan = planSupport(all, earlier && { earlier: earlier.length });
      checkSeats(all, plan.figures);
      const { open, private: own } = supportTables(plan, { deficits, courses });
      for (const { columns, rows } of [...open, ...own])
        for (const row of rows)
          if ([...row].length !== columns.length) throw new Error('a row of another width');
    },
  },
};

/** The plan by its seats alone: its values are of several stages, and settled pairs without a group do not hold. */
function checkSeats(all, { seats, brokenLocks }) {
  const pairs = seats.map(({ teacher, offer }) => all.pairOf(all.problem, teacher, offer) ?? -1);
  const faults = verifyMatching(all.problem, {
    pairs: Int32Array.from(pairs),
    value: 0,
    bound: Number.POSITIVE_INFINITY,
    prices: new Float64Array(all.offers.length),
  }).filter(
    (fault) => fault !== 'value-wrong' && (fault !== 'locked-pair-missing' || brokenLocks.length === 0),
  );
  if (faults.length > 0) throw new Error(`no plan: ${faults.join(', ')}`);
}
