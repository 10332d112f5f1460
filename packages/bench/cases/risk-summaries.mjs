/**
 * Made-up counts of marks: `schools` schools write one work a year in each of `subjects` subjects for `years` years. As in the simulation of
 * docs/risk.md: logits of shares vary by school, less by subject inside a school, and least by work.
 */
const NO_COUNTS = { keys: new Uint32Array(0), counts: new Uint32Array(0), from: 0, to: 0 };

export function* summaries(schools, subjects, years) {
  for (let subject = 0; subject < subjects; subject++) {
    for (let year = 0; year < years; year++) yield summary(schools, subject, year);
  }
}

function summary(schools, subject, year) {
  const keys = new Uint32Array(2 * schools);
  const counts = new Uint32Array(2 * schools);
  const groups = Array.from({ length: schools }, (_, school) => {
    const n = 8 + ((school * 7919) % 120);
    const logit =
      -1.9 + 0.7 * normal(school) + 0.35 * normal(school, subject) + 0.2 * normal(school, subject, year);
    const share = 1 / (1 + Math.exp(-logit));
    const chance = Math.sqrt(n * share * (1 - share)) * normal(school, subject, year, 'pupils');
    const low = Math.min(n, Math.max(0, Math.round(n * share + chance)));
    keys.set([16, 32], 2 * school);
    counts.set([low, n - low], 2 * school);
    return {
      level: 'school',
      unit: `s${school}`,
      counts: {
        wrote: n,
        absent: 0,
        responses: NO_COUNTS,
        marks: { keys, counts, from: 2 * school, to: 2 * school + 2 },
      },
    };
  });
  const assessment = {
    id: `w-${subject}-${year}`,
    programme: 'ВПР',
    subject: `Предмет ${subject}`,
    grade: 5,
    schoolYear: `${2023 + year}/${2024 + year}`,
    items: [{ id: '1', maxPoints: 1 }],
  };
  return { assessment, severalForms: false, groups, teachers: [], groupings: [] };
}

/** A standard normal number, always the same for the same names (FNV-1a, mixed; Box–Muller). */
function normal(...names) {
  const name = names.join();
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return Math.sqrt(-2 * Math.log(uniform(hash))) * Math.cos(2 * Math.PI * uniform(~hash));
}

function uniform(seed) {
  let mixed = Math.imul(seed ^ (seed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (((mixed ^ (mixed >>> 16)) >>> 0) + 0.5) / 4294967296;
}
