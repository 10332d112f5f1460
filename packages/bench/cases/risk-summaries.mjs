/** Made-up counts of marks: `schools` schools write one work a year in each of `subjects` subjects for `years` years. */
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
    const level = 0.05 + 0.4 * (((school * 104_729) % 1000) / 1000) ** 2;
    const low = Math.min(n, Math.round(n * level + ((school * 31 + subject * 17 + year * 7) % 5) - 2));
    keys.set([16, 32], 2 * school);
    counts.set([Math.max(0, low), n - Math.max(0, low)], 2 * school);
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
