import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileFiles } from './files.js';

const PROGRAM = fileURLToPath(new URL('../../dist/orientir.js', import.meta.url));
const ASSESSMENT = JSON.stringify({
  id: 'w',
  programme: '',
  subject: 'Математика',
  grade: 5,
  schoolYear: '2025/2026',
  items: ['1', '2', '3'].map((id) => ({ id, maxPoints: 2 })),
});
const GOOD = `school,class,pupil,1,2,3\n${Array.from({ length: 20 }, (_, i) => `s2,6Б,g${i},1,0,2`).join('\n')}\n`;
/** The program says itself what CPU time it took: others run beside it, so its end says little. */
const MEASURE = `data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('took '+(u.userCPUTime+u.systemCPUTime)/1e3+' peak '+u.maxRSS+'\\n')})`;
const MAX_SECONDS = 20;
const MAX_KILOBYTES = 1_000_000;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orientir-hostile-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe.concurrent('orientir analyze, with a good file beside', () => {
  for (const { name, bytes, pupils } of hostileFiles) {
    it(`${pupils === 0 ? 'refuses' : 'reads'} ${name}`, { timeout: 60_000 }, async () => {
      const input = join(folder, name, 'in');
      const out = join(folder, name, 'out');
      await mkdir(input, { recursive: true });
      await writeFile(join(input, 'assessment.json'), ASSESSMENT);
      await writeFile(join(input, 'good.csv'), GOOD);
      await writeFile(join(input, name), bytes());
      const run = await analyze(input, out);
      await rm(input, { recursive: true });
      expect(run.said).not.toMatch(/TypeError|RangeError|\n {4}at |root:x:/);
      const summary: unknown = JSON.parse(await readFile(join(out, 'summary.json'), 'utf8'));
      expect(summary).toMatchObject({ totals: { wrote: 20 + pupils } });
      expect(run.status).toBe(pupils === 0 ? 1 : 0);
      if (pupils === 0) expect(await readFile(join(out, 'issues.csv'), 'utf8')).toContain(`in/${name}`);
      expect(run.seconds).toBeLessThan(MAX_SECONDS);
      expect(run.kilobytes).toBeLessThan(MAX_KILOBYTES);
    });
  }
});

interface Run {
  readonly status: number;
  readonly said: string;
  readonly seconds: number;
  readonly kilobytes: number;
}

async function analyze(input: string, out: string): Promise<Run> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      ['--import', MEASURE, PROGRAM, 'analyze', input, '--out', out, '--tables', 'tests,issues'],
      { timeout: 3 * MAX_SECONDS * 1000 },
      (_, stdout, stderr) => {
        const [, took = 'Infinity', peak = 'Infinity'] = /took ([\d.]+) peak (\d+)/.exec(stderr) ?? [];
        done({
          status: child.exitCode ?? -1,
          said: stdout + stderr,
          seconds: Number(took) / 1000,
          kilobytes: Number(peak),
        });
      },
    );
  });
}
