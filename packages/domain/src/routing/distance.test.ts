import { expect, test } from 'vitest';
import { milesBetween } from './distance.ts';

test('New York to Los Angeles is 2446 miles, and as far back', () => {
  const newYork = { latitude: 40.7128, longitude: -74.006 };
  const losAngeles = { latitude: 34.0522, longitude: -118.2437 };
  expect(milesBetween(newYork, losAngeles)).toBeCloseTo(2445.7, 0);
  expect(milesBetween(losAngeles, newYork)).toBe(milesBetween(newYork, losAngeles));
  expect(milesBetween(newYork, newYork)).toBe(0);
});

test('the antipode is half the circumference away', () => {
  const here = { latitude: 0, longitude: 0 };
  expect(milesBetween(here, { latitude: 0, longitude: 180 })).toBeCloseTo(Math.PI * 3958.8, 3);
});
