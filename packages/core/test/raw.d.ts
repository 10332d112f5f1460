declare module '*.md?raw' {
  const text: string;
  export default text;
}

interface ImportMeta {
  /** Files that match, read before the tests begin: vite replaces the call. */
  glob(pattern: string, options: { eager: true; import: 'default' }): Record<string, unknown>;
}
