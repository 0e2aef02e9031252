import type { Locator, Page } from '@playwright/test';
import { look, refused, at as view } from './looking.ts';
import { expect, fileCase, test } from './people.ts';

/** A shift at the infoline, in the hands of a consultant who never touches the mouse. */

/** A number that no other test has. */
const aPhone = () => `6${String(Date.now()).slice(-8)}`;

/** Follows the Tab key until it is there. */
async function tabTo(page: Page, target: Locator, most = 14): Promise<void> {
  for (let steps = 0; steps < most; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** Presses one of our keys: the button that tells of them is there as soon as they are heard. */
async function press(page: Page, key: string): Promise<void> {
  await expect(page.getByRole('button', { name: 'Skróty' })).toBeVisible();
  await page.keyboard.press(key);
}

/** Types a fault and its address, and takes the first suggestion of both. */
async function tell(page: Page, text: string, address: string): Promise<void> {
  await expect(page.locator('[name=text]')).toBeFocused();
  await page.keyboard.type(text);
  await expect(page.locator('.chip').first()).toBeVisible();
  await tabTo(page, page.locator('.chip').first());
  await page.keyboard.press('Enter');
  await expect(page.locator('#address')).toBeFocused();
  await page.keyboard.type(address);
  // Answers to the first letters are replaced by the answer to the whole.
  await expect(page.locator('.opts [role=option]').first()).toContainText(address);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('#chosen-place')).toContainText(address);
}

const number = (page: Page) => page.locator('main .in-plates .plate').first();

test('a call is answered from a card and written down: topic, Enter, one key @desktop', async ({
  page,
  signIn,
}) => {
  await signIn('infolinia');
  await page.goto('/staff');
  await press(page, 'r');
  await expect(page.locator('#topic')).toBeFocused();
  await page.keyboard.type('zgubiony dowód');
  await expect(page.locator('.opts [role=option]').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('.call-card')).toContainText('Krok po kroku');
  await expect(page.locator('.call-card ol li').nth(1)).toBeVisible();
  await page.keyboard.press('o');
  await expect(page.locator('main [role=status]').first()).toContainText('Zapisane: odpowiedź udzielona.');
  await expect(page.locator('.call-l li').first()).toContainText(/Dowód.*odpowiedź/i);

  // Somebody else is called back: the number is shown on request, and gone when it was done.
  const phone = aPhone();
  await page.keyboard.type('godziny otwarcia basenu');
  await expect(page.locator('#topic')).toHaveValue('godziny otwarcia basenu');
  await press(page, 'Escape');
  await page.keyboard.press('Enter');
  await page.keyboard.press('d');
  await page.keyboard.type(phone);
  await page.keyboard.press('Enter');
  await expect(page.locator('main [role=status]').first()).toContainText('Zapisane: do oddzwonienia.');
  const promise = page.locator('.call-backs li', { hasText: 'godziny otwarcia basenu' }).first();
  await expect(page.locator('main')).not.toContainText(phone.slice(-3));
  await promise.getByRole('button', { name: 'Pokaż numer' }).press('Enter');
  await expect(promise.locator('a[href^="tel:"]')).toHaveAttribute('href', `tel:+48${phone}`);
  await promise.getByRole('button', { name: 'Oddzwoniono' }).press('Enter');
  await expect(page.locator('main [role=status]').first()).toContainText('Numer jest usunięty.');
});

test('three faults in a row for one caller: nothing typed twice, one call, a number for each @desktop', async ({
  page,
  signIn,
}) => {
  await signIn('infolinia2');
  await page.goto('/staff');
  await press(page, 'c');
  await tell(page, 'Dziura w jezdni, głęboka na dłoń', 'Karmelicka 34');
  await tabTo(page, page.locator('[name=phone]'));
  const phone = aPhone();
  await page.keyboard.type(phone);
  await page.keyboard.press('Control+Enter');
  await expect(number(page)).toHaveText(/^KRK-\d{4}-\d{6}$/);
  await expect(page.locator('.in-spell')).toContainText(/jak|zero|jeden/);
  const numbers = [await number(page).textContent()];
  for (const [text, address] of [
    ['Przepełniony kosz na śmieci', 'Karmelicka 40'],
    ['Nie świeci latarnia', 'Karmelicka 50'],
  ] as const) {
    await press(page, 'n');
    await tell(page, text, address);
    await expect(page.locator('[name=phone]')).toHaveValue(/^[\d\s]+$/);
    await page.keyboard.press('Control+Enter');
    await expect(number(page)).not.toHaveText(numbers.at(-1) ?? '');
    numbers.push(await number(page).textContent());
  }
  const list = page.locator('.in-filed li');
  await expect(list).toHaveCount(3);
  for (const [index, one] of numbers.entries()) await expect(list.nth(index)).toContainText(one ?? '?');

  // Back and once more is not a fourth case, and the next person begins with an empty form.
  await page.goBack();
  await page.goForward();
  await expect(list).toHaveCount(3);
  await press(page, 'o');
  await expect(page.locator('[name=text]')).toBeFocused();
  await expect(page.locator('[name=phone]')).toHaveValue('');

  // All of it was one call.
  await page.goto('/staff/rozmowy');
  await expect(page.locator('.call-l li', { hasText: numbers[0] ?? '?' })).toHaveCount(1);
  await expect(page.locator('.call-l li', { hasText: numbers[2] ?? '?' })).toHaveCount(0);
});

test('a caller is joined to a case that is there already @desktop', async ({
  page,
  context,
  signIn,
  axe,
}) => {
  const address = `Królewska ${10 + (Date.now() % 80)}`;
  const filed = await fileCase(context.request, { address, text: 'Dziura w jezdni przy przystanku' });
  await signIn('infolinia');
  await page.goto('/staff/nowe');
  await tell(page, 'Głęboka dziura w jezdni przy przystanku', address);
  const button = page.locator(`button[name=join][value="${filed.reference}"]`);
  await expect(button).toBeVisible();
  await tabTo(page, page.locator('[name=phone]'));
  await page.keyboard.type(aPhone());
  await axe();
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dołączone do zgłoszenia');
  await expect(number(page)).toHaveText(filed.reference);
  await expect(page.locator('main')).not.toContainText(filed.code.slice(0, 4));
});

test('a case is found by phone, by an address without accents, by the code read aloud; an officer finds nobody @desktop', async ({
  page,
  context,
  signIn,
  anotherBrowser,
}) => {
  const phone = aPhone();
  const street = `Słoneczna ${Date.now() % 100000}`;
  const draft = await fileCase(context.request, { address: street, phone });
  const find = async (here: Page, typed: string) => {
    await here.locator('#staff-search').fill(typed);
    await here.locator('#staff-search').press('Enter');
  };
  await signIn('infolinia');
  await page.goto('/staff');
  await find(page, phone.replace(/(\d{3})/g, '$1 '));
  await expect(page).toHaveURL(/\/staff\/szukaj\?o=/);
  await expect(page.locator('main a', { hasText: draft.reference.slice(4) })).toContainText('pasuje telefon');
  await find(page, street.toLowerCase().replace('ł', 'l'));
  await expect(page.locator('main a', { hasText: draft.reference.slice(4) })).toContainText('pasuje miejsce');
  await find(page, draft.code.toLowerCase().replace(/(.{4})/g, '$1 '));
  await expect(page).toHaveURL(new RegExp(`/staff/zgloszenia/${draft.reference}$`));

  const officer = await anotherBrowser();
  await officer.page.goto('/logowanie');
  await officer.page.locator('[name=email]').fill('zdmk@kontakt.example');
  await officer.page.locator('[name=password]').fill('krakow-demo-2026');
  await officer.page.locator('main form').getByRole('button').click();
  await expect(officer.page.locator('#staff-search')).toBeVisible();
  await find(officer.page, phone);
  await expect(officer.page.locator('main')).toContainText('Nic nie pasuje');
});

test('without scripts: similar cases and the caller on request, mistakes at their fields, and a number @nojs', async ({
  page,
  signIn,
}) => {
  await signIn('infolinia');
  await page.goto('/staff/nowe');
  await page.locator('[name=text]').fill('Dziura w jezdni');
  await page.locator('[name=address]').fill('Karmelicka 34');
  await page.locator('[name=email]').fill('bez małpy');
  await page.getByRole('button', { name: 'Sprawdź podobne i osobę' }).click();
  await expect(page.locator('[name=text]')).toHaveValue('Dziura w jezdni');
  await expect(page.locator('[name=category]')).toHaveValue('dziura-w-jezdni');
  await page.getByRole('button', { name: /Przyjmij zgłoszenie/ }).click();
  await expect(page).toHaveTitle(/^Błąd: /);
  await expect(page.locator('#email-error')).toContainText('@');
  await page.locator('[name=email]').fill('osoba@example.com');
  await page.getByRole('button', { name: /Przyjmij zgłoszenie/ }).click();
  await expect(number(page)).toHaveText(/^KRK-\d{4}-\d{6}$/);

  await page.goto('/staff/rozmowy');
  await page.locator('[name=topic]').fill('Godziny otwarcia');
  await page.getByRole('button', { name: /Odpowiedź udzielona/ }).click();
  await expect(page.locator('.call-l li').first()).toContainText('Godziny otwarcia');
});

test('every page of it, wide and narrow, light and dark @desktop', async ({ page, signIn }) => {
  await signIn('kierownik');
  await look({ page }, [
    '/staff/nowe',
    view('/staff/nowe', refused('/staff/submissions')),
    view('/staff/nowe', async (here) => {
      await here.locator('[name=text]').fill('Dziura w jezdni');
      await here.locator('[name=category]').selectOption('dziura-w-jezdni');
      await here.locator('[name=address]').fill('Karmelicka 34');
      await here.locator('[name=phone]').fill(aPhone());
      await here.locator('button[data-main]').click();
      await expect(number(here)).toBeVisible();
    }),
    '/staff/rozmowy',
    view('/staff/rozmowy', async (here) => {
      await here.getByRole('button', { name: /Oddzwonimy/ }).click();
      await expect(here).toHaveTitle(/^Błąd: /);
    }),
    '/staff/szukaj?q=dziura',
    '/staff/szukaj?q=nieznaneslowo',
    '/staff/szukaj',
  ]);
});
