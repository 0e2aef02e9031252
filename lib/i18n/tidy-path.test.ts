import { describe, expect, it } from 'vitest';
import { tidyPath } from './tidy-path.ts';

describe('an address with empty answers of a form', () => {
  it.each([
    ['/zgloszenia?q=&kind=&status=open&district=', '/zgloszenia?status=open'],
    ['/zgloszenia?q=&kind=', '/zgloszenia'],
    ['/zgloszenia?q=+', '/zgloszenia'],
    ['/pomysly?status=a&status=b&q=', '/pomysly?status=a&status=b'],
    ['/zgloszenia?q=dziura+%C5%82&to=', '/zgloszenia?q=dziura+%C5%82'],
    ['/zgloszenia?q=%3D%26%3F&to=', '/zgloszenia?q=%3D%26%3F'],
  ])('%s becomes %s', (given, tidy) => {
    expect(tidyPath(given)).toBe(tidy);
    expect(tidyPath(tidy)).toBe(tidy);
  });

  it.each(['/', '/zgloszenia', '/zgloszenia?q=a%20b,c', '/zgloszenia?przyjete=1'])('%s stays', (path) => {
    expect(tidyPath(path)).toBe(path);
  });
});
