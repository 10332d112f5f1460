/** For stories of what is shown while something loads: until the story ends, nothing that is asked for comes. */
export function neverLoads(): () => void {
  const real = window.fetch;
  window.fetch = () => new Promise(() => {});
  return () => {
    window.fetch = real;
  };
}
