/**
 * What `orientir analyze --tables solve-rates,tests` computes, in SQL: for class, school, municipality and all pupils
 * the solve rates with intervals (Wilson's, above schools clustered), shares of full and no points, states; and mean, sd,
 * alpha, SEM, marks. One pass over the file gives sums by class; coarser levels are sums of sums.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { studentTQuantile } from '@orientir/core/statistics';

const [file, out] = process.argv.slice(2);
const { items } = JSON.parse(readFileSync(join(file, '..', 'assessment.json'), 'utf8'));
const each = (make, joint = ', ') => items.map((item, i) => make(i + 1, item.maxPoints)).join(joint);
const database = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await database.connect();

await connection.run(`
create temp table pupils as
select municipality, school, class, mark, ${each((i) => `x${i} = 'N' as n${i}, x${i} = 'X' as a${i}, case when x${i} = 'X' then 0 else try_cast(x${i} as tinyint) end as p${i}`)}
from read_csv('${file}', header = true,
  columns = {'municipality': 'varchar', 'school': 'varchar', 'class': 'varchar', 'pupil': 'varchar', 'mark': 'tinyint', ${each((i) => `'x${i}': 'varchar'`)}})`);

await connection.run(`
create temp table classes as
with whole as (select *, (${each((i) => `p${i}`, ' + ')})::integer as total from pupils)
select municipality, school, class, count(*) as wrote, count(total) as complete, sum(total) as t, sum(total * total) as tt,
  ${[2, 3, 4, 5].map((mark) => `count(*) filter (mark = ${mark}) as m${mark}`).join(', ')},
  ${each((i, max) => `count(p${i}) as n${i}, sum(p${i}) as s${i}, sum(p${i}::integer * p${i}) as q${i}, count(*) filter (p${i} = ${max}) as f${i}, count(*) filter (p${i} = 0) as z${i}, count(*) filter (a${i}) as na${i}, count(*) filter (n${i}) as nt${i}, sum(p${i}) filter (total is not null) as cs${i}, sum(p${i}::integer * p${i}) filter (total is not null) as cq${i}`)}
from whole group by municipality, school, class`);

const SUMS = ['wrote', 'complete', 't', 'tt', 'm2', 'm3', 'm4', 'm5'];
for (let i = 1; i <= items.length; i++) {
  for (const name of ['n', 's', 'q', 'f', 'z', 'na', 'nt', 'cs', 'cq']) SUMS.push(`${name}${i}`);
}
const sums = SUMS.map((name) => `sum(${name}) as ${name}`).join(', ');
// Of schools: how many have the item, Σn², Σsn, Σs².
const none = each((i) => `null as k${i}, null as nn${i}, null as sn${i}, null as ss${i}`);
const clusters = each(
  (i) =>
    `count(*) filter (n${i} > 0) as k${i}, sum(n${i} * n${i}) as nn${i}, sum(s${i} * n${i}) as sn${i}, sum(s${i} * s${i}) as ss${i}`,
);
await connection.run(`
create temp table schools as select municipality, school, ${sums} from classes group by municipality, school;
create temp table levels as
select 'class' as level, school || '/' || class as unit, ${SUMS.join(', ')}, ${none} from classes
union all select 'school', school, ${SUMS.join(', ')}, ${none} from schools
union all select 'municipality', municipality, ${sums}, ${clusters} from schools group by municipality
union all select 'all', 'all', ${sums}, ${clusters} from schools`);

const [[most]] = (await connection.runAndReadAll('select count(*) from schools')).getRows();
const quantiles = Array.from(
  { length: Number(most) },
  (_, i) => `(${i + 2}, ${studentTQuantile(0.975, i + 1)}::double)`,
);
await connection.run(
  `create temp table quantiles as select * from (values ${quantiles.join(', ')}) as of (k, t)`,
);

const Z = 1.959963984540054;
await connection.run(`
create temp table rates as
with long as (${each((i, max) => `select level, unit, ${i} as item, ${max} as max, n${i} as n, s${i} as points, q${i} as squares, f${i} as f, z${i} as z, na${i} as na, nt${i} as nt, k${i} as k, nn${i} as nn, sn${i} as sn, ss${i} as ss from levels`, ' union all ')}),
shares as (select *, points / (n * max) as p, sqrt(greatest(0, squares - points * points / n) / nullif(n - 1, 0)) / sqrt(n) / max as error,
  t * sqrt(k / (k - 1) * greatest(0, ss - 2 * (points / n) * sn + (points / n) * (points / n) * nn)) / n / max as half
  from long left join quantiles using (k))
select level, unit, item, n, points, max, p as solve_rate,
  case when half is not null then greatest(0, p - half) when max = 1 then (p + ${Z * Z} / (2 * n) - ${Z} * sqrt(p * (1 - p) / n + ${Z * Z} / (4 * n * n))) / (1 + ${Z * Z} / n) else greatest(0, p - ${Z} * error) end as low,
  case when half is not null then least(1, p + half) when max = 1 then (p + ${Z * Z} / (2 * n) + ${Z} * sqrt(p * (1 - p) / n + ${Z * Z} / (4 * n * n))) / (1 + ${Z * Z} / n) else least(1, p + ${Z} * error) end as high,
  f / n as full_share, z / n as zero_share, na, nt
from shares order by level, unit, item`);
await connection.run(`copy rates to '${out}/rates.csv' (header)`);
await connection.run(`
copy (
  with reliability as (select *, tt - t * t / complete as td, ${each((i) => `cq${i} - cs${i} * cs${i} / complete`, ' + ')} as d from levels)
  select level, unit, wrote, complete, t / complete as mean, sqrt(td / nullif(complete - 1, 0)) as sd,
    ${items.length} / (${items.length} - 1.0) * (1 - d / nullif(td, 0)) as alpha, m2 / wrote as share_2, m3 / wrote as share_3, m4 / wrote as share_4, m5 / wrote as share_5
  from reliability order by level, unit) to '${out}/tests.csv' (header)`);

const reader = await connection.runAndReadAll(`
select count(*), sum(n), sum(points), sum(solve_rate), sum(low) filter (max = 1), sum(high) filter (max = 1) from rates where n > 0`);
console.log(
  reader
    .getRows()[0]
    .map((value) => Number(value).toPrecision(9))
    .join(' '),
);
