/** Writes which files a page with a plan needs beside it, for those who publish one. */
import { existsSync, writeFileSync } from 'node:fs';

const files = [
  'orientir.js',
  'orientir-plan-more.js',
  'orientir.classic.js',
  'orientir-embed.js',
  'orientir-frame.js',
];
for (const file of files) if (!existsSync(`dist/${file}`)) throw new Error(`dist/${file} was not built`);
writeFileSync('dist/plan-scripts.json', `${JSON.stringify({ files })}\n`);
