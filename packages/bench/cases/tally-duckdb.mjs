/** `sums`: n, sum, sum of squares and histogram of totals by group; `counts`: pupils by point value, as a tally has. */
import { DuckDBInstance } from '@duckdb/node-api';
import { maxima, POINTS_SQL } from './columns.mjs';
import { section } from './section.mjs';

const [mode, ...sizes] = process.argv.slice(2);
const [rows, items, groups] = sizes.map(Number);
const each = (make, joint = ', ') =>
  maxima(items)
    .map((max, i) => make(i, max))
    .join(joint);
const database = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await database.connect();
await connection.run(
  `create table t as select (row * ${groups} // ${rows})::integer as g, ${each((i, max) => `${POINTS_SQL(i, max)} as p${i}`)} from range(${rows}) r(row)`,
);
const aggregates = (i, max) =>
  mode === 'sums'
    ? `count(p${i}) as n${i}, sum(p${i}) as s${i}, sum(p${i} * p${i}) as q${i}`
    : Array.from({ length: max + 1 }, (_, v) => `count(*) filter (p${i} = ${v}) as c${i}_${v}`).join(', ');
await section(async () => {
  await connection.run(`create temp table byItem as select g, ${each(aggregates)} from t group by g`);
  await connection.run(
    `create temp table byTotal as select g, total, count(*) as n from (select g, ${each((i) => `p${i}`, ' + ')} as total from t) where total is not null group by g, total`,
  );
});
const sum = (of) => each(of, ' + ');
const expressions =
  mode === 'sums'
    ? [sum((i) => `sum(n${i})`), sum((i) => `sum(s${i})`), sum((i) => `sum(q${i})`)]
    : [0, 1, 2].map((power) =>
        sum((i, max) =>
          Array.from({ length: max + 1 }, (_, v) => `sum(c${i}_${v}) * ${v ** power}`).join(' + '),
        ),
      );
const [one] = (await connection.runAndReadAll(`select ${expressions.join(', ')} from byItem`)).getRows();
const [two] = (await connection.runAndReadAll('select sum(n), sum(total * n) from byTotal')).getRows();
console.log([...one, ...two].map(Number).join(' '));
