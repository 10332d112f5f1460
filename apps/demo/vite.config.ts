import { reportScript, reportStyle } from '@orientir/widgets/report';
import { defineConfig, type Plugin } from 'vite';

/** Style and script of the report as files, since the pages are served with a policy that forbids inline ones. */
const reportAssets: Plugin = {
  name: 'report-assets',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'report.css', source: reportStyle });
    this.emitFile({ type: 'asset', fileName: 'report.js', source: reportScript });
  },
};

export default defineConfig({
  root: 'src',
  base: './',
  plugins: [reportAssets],
  worker: { format: 'es' },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    // An inline script would break the policy as well.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: { input: { index: 'src/index.html', workbench: 'src/workbench.html', school: 'src/school.html' } },
  },
});
