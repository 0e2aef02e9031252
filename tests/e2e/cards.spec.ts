import { look } from './looking.ts';
import { casePage, expect, fileCase, formOf, test } from './people.ts';
import { confirmed, goOn } from './resident.ts';

/** Procedure cards: found by own words, printed, asked about; met by a question; beside it at the desk. */

const EXPIRES = 'Kończy mi się ważność dowodu osobistego. Co mam zrobić?';
const HINTS = 'Może odpowiedź jest już tutaj';

test('a senior finds a card by own words, prints it and asks about it @desktop @phone', async ({
  page,
  axe,
}) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await page.goto('/karty-uslug');
  await page.getByLabel('Czego potrzebujesz?').fill('zgubilam dowod');
  await page.getByRole('button', { name: 'Szukaj' }).click();
  await expect(page).toHaveTitle(/„zgubilam dowod”: \d+\skart/);
  await page.locator('main ol a').first().click();
  const main = page.locator('main');
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('Dowód osobisty');
  await expect(main.getByText('Wzór do sprawdzenia')).toBeVisible();
  await expect(main.getByRole('heading', { name: 'Krok po kroku' })).toBeVisible();
  await axe();
  await page.getByRole('button', { name: 'Wydrukuj kartę' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', '');

  await main.getByRole('link', { name: 'Zapytaj o tę sprawę' }).click();
  await expect(main).toContainText('Pytanie do karty: Dowód osobisty');
  await page.locator('[name=text]').fill('Czy zdjęcie może być sprzed roku?');
  await axe();
  await goOn(page);
  await expect(page.locator('main input[value=pytanie-dokumenty]').first()).toBeChecked();
  await goOn(page);
  await goOn(page);
  await expect(main.locator('.summary')).toContainText('Dowód osobisty');
  await goOn(page);
  await confirmed(page);
});

test('a question meets the cards while it is typed, and goes on past them @desktop', async ({
  page,
  axe,
  context,
}) => {
  await page.goto('/zadaj-pytanie');
  await page.locator('[name=text]').fill(EXPIRES);
  const hints = page.getByRole('region', { name: HINTS });
  await expect(hints.getByRole('link').first()).toContainText('Dowód osobisty');
  await expect(page.locator('main [role=status]')).toContainText(/\d\skart/);
  await expect(page.locator('[name=text]')).toBeFocused();
  await axe();
  const opened = context.waitForEvent('page');
  await hints.getByRole('link').first().click();
  await expect((await opened).locator('main h1')).toHaveText('Dowód osobisty');
  await expect(page.locator('[name=text]')).toHaveValue(EXPIRES);
  await goOn(page);
  // What was seen while typing is not shown once more.
  await expect(page).toHaveURL(/\/category$/);
});

test('a question meets the cards on a page of its own, without scripts @nojs', async ({ page, axe }) => {
  await page.goto('/zadaj-pytanie');
  await page.locator('[name=text]').fill(EXPIRES);
  await goOn(page);
  const main = page.locator('main');
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(HINTS);
  await expect(main.locator('.card-links a').first()).toContainText('Dowód osobisty');
  await axe();
  await main.getByRole('button', { name: 'Mimo to chcę zapytać' }).click();
  await expect(page).toHaveURL(/\/category$/);
  await goOn(page);
  await goOn(page);
  await goOn(page);
  await confirmed(page);
});

test('whoever answers puts a card’s address into the answer @desktop', async ({ page, context, signIn }) => {
  const filed = await fileCase(context.request, {
    kind: 'QUESTION',
    text: EXPIRES,
    category: 'pytanie-dokumenty',
    procedure: 'profil-zaufany',
  });
  await signIn('infolinia');
  await page.goto(casePage(filed, 'answer'));
  const cards = page.getByRole('region', { name: 'Karty, które mogą pomóc' });
  await expect(cards.getByRole('listitem').first()).toContainText('Profil zaufany');
  await expect(cards.getByRole('listitem').first()).toContainText('stąd zadano pytanie');
  await cards.getByRole('button', { name: 'Wstaw odnośnik do odpowiedzi' }).last().click();
  await expect(formOf(page, 'answer').locator('textarea').first()).toHaveValue(
    /^Dowód osobisty: http.+\/karty-uslug\/dowod-osobisty$/,
  );
  await expect(cards.getByText('Odnośnik jest w odpowiedzi.')).toBeVisible();
});

test('cards are accessible in every state, and go on two sheets of paper @desktop', async ({
  page,
  expectErrors,
}) => {
  expectErrors(/status of 404/);
  await look({ page }, [
    '/karty-uslug',
    '/karty-uslug?q=dow%C3%B3d',
    '/karty-uslug?q=kangur',
    '/karty-uslug/swiadczenia-na-dziecko',
    '/uk/karty-uslug/pesel-ukr',
    '/en/karty-uslug',
    '/karty-uslug/nie-ma-takiej',
  ]);
  for (const card of ['/karty-uslug/swiadczenia-na-dziecko', '/uk/karty-uslug/pesel-ukr']) {
    await page.goto(card);
    const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
    expect(sheets?.length, card).toBeLessThanOrEqual(2);
  }
});
