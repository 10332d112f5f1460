import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { orientir: 'src/orientir.ts', sample: 'src/sample/index.ts' },
  format: ['esm'],
  platform: 'node',
  target: 'node20',
  dts: { entry: { sample: 'src/sample/index.ts' }, compilerOptions: { ignoreDeprecations: '6.0' } },
  // Everything is inside: a program of few files starts sooner than one of three hundred.
  noExternal: [/./],
  metafile: true,
  onSuccess: async () => {
    writeLicences('dist');
    copyScripts('../widgets/dist', 'dist/widgets');
  },
});

/** The licences of what was put inside go with it. */
function writeLicences(folder: string): void {
  const { inputs }: { inputs: Record<string, unknown> } = JSON.parse(
    readFileSync(join(folder, 'metafile-esm.json'), 'utf8'),
  );
  const packages = new Set(
    Object.keys(inputs).flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  const texts = [...packages].sort().map((at) => {
    const { name, version, license, author }: Record<string, unknown> = JSON.parse(
      readFileSync(join(at, 'package.json'), 'utf8'),
    );
    const file = readdirSync(at).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? `${license}, ${author}` : readFileSync(join(at, file), 'utf8').trim();
    return `${name} ${version}\n\n${text}\n`;
  });
  rmSync(join(folder, 'metafile-esm.json'));
  writeFileSync(join(folder, 'LICENCES.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`));
}

/** What published pages need goes with the program, by the list that the widgets make of it. */
function copyScripts(from: string, to: string): void {
  const list = 'plan-scripts.json';
  const { files }: { files: readonly string[] } = JSON.parse(readFileSync(join(from, list), 'utf8'));
  mkdirSync(to, { recursive: true });
  for (const file of [list, ...files]) copyFileSync(join(from, file), join(to, file));
}
