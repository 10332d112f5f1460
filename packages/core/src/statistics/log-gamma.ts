/**
 * Natural logarithm of the gamma function for positive arguments.
 *
 * Formula: Lanczos series with g = 607/128 and 15 terms; relative error below 1e-14.
 * Source: Lanczos (1964), SIAM Journal on Numerical Analysis B 1, 86–96; coefficients by Godfrey (2001).
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError('logGamma requires an argument above zero');
  let series = COEFFICIENTS[0] ?? 0;
  for (let i = 1; i < COEFFICIENTS.length; i++) series += (COEFFICIENTS[i] ?? 0) / (x + i);
  const shifted = x + G + 0.5;
  return (x + 0.5) * Math.log(shifted) - shifted + Math.log((SQRT_TWO_PI * series) / x);
}

const G = 607 / 128;
const SQRT_TWO_PI = 2.5066282746310002;
const COEFFICIENTS = [
  0.99999999999999709182, 57.156235665862923517, -59.597960355475491248, 14.136097974741747174,
  -0.49191381609762019978, 0.33994649984811888699e-4, 0.46523628927048575665e-4, -0.98374475304879564677e-4,
  0.15808870322491248884e-3, -0.21026444172410488319e-3, 0.2174396181152126432e-3, -0.16431810653676389022e-3,
  0.84418223983852743293e-4, -0.2619083840158140867e-4, 0.36899182659531622704e-5,
];
