import type { Locator, Page } from '@playwright/test';
import { jpeg } from '#tests/factories/pictures.ts';
import { answerStep, draftOf, expect, fileCase, POTHOLE, sendPhoto, stepOf, submit, test } from './people.ts';
import { confirmed, expectStep, goOn } from './resident.ts';

/** What goes wrong on the way, each with a clear answer: nothing lost, nothing sent twice, nothing told to others. */

/** The page came back: it says so in its title, and the list of what to correct has the focus. */
async function expectRefused(page: Page, words: RegExp): Promise<Locator> {
  await expect(page).toHaveTitle(/^Błąd: /);
  const summary = page.locator('main .error-summary');
  await expect(summary).toContainText(words);
  await expect(summary).toBeFocused();
  return summary;
}

const photosIn = (page: Page) => page.locator('main button[name=remove]');

test('a drawing and a text that call themselves photos are named, the good one stays, and a huge one is made smaller @phone', async ({
  page,
  context,
  picture,
}) => {
  const draft = await draftOf(context.request);
  await page.goto(stepOf(draft, 'photos'));
  const files = await Promise.all(
    (['pothole.jpg', 'drawing.jpg', 'words.jpg', 'large.jpg'] as const).map(picture),
  );
  await page.locator('#photos').setInputFiles(files);
  const told = page.locator('main [role=alert]');
  await expect(told).toContainText(/^drawing\.jpg: to nie jest zdjęcie JPG, PNG ani WebP/);
  await expect(told).toContainText('words.jpg: to nie jest zdjęcie');
  await expect(told.locator('p')).toHaveCount(2);
  await expect(photosIn(page)).toHaveCount(2);
  await goOn(page);
  await expectStep(page, 'check');
  await expect(page.locator('main')).toContainText(/2\szdjęcia\./);
});

test('without scripts a photo of 40 MB and a drawing are each named beside the good one, which stays @nojs', async ({
  page,
  context,
  picture,
}) => {
  const draft = await draftOf(context.request);
  await page.goto(stepOf(draft, 'photos'));
  const files = await Promise.all((['pothole.jpg', 'drawing.jpg', 'large.jpg'] as const).map(picture));
  await page.locator('#photos').setInputFiles(files);
  await goOn(page);
  const summary = await expectRefused(page, /drawing\.jpg: to nie jest zdjęcie JPG, PNG ani WebP/);
  await expect(summary).toContainText(/large\.jpg: plik jest za duży\. Zdjęcie może mieć najwyżej 10\sMB/);
  await expect(photosIn(page)).toHaveCount(1);
  await goOn(page);
  await expectStep(page, 'check');
  await expect(page.locator('main')).toContainText(/1\szdjęcie\./);
});

test('five photos at once survive a connection that drops in the middle, and none is there twice @phone', async ({
  page,
  context,
  expectErrors,
}) => {
  expectErrors(/no answer: .*\/photos /);
  expectErrors(/ERR_INTERNET_DISCONNECTED/);
  const draft = await draftOf(context.request);
  await page.goto(stepOf(draft, 'photos'));
  const files = await Promise.all(
    [1, 2, 3, 4, 5].map(async (number) => ({
      name: `IMG_${number}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await jpeg({ width: 320 + number }),
    })),
  );
  let tries = 0;
  await page.route(`**/api/drafts/${draft}/photos`, async (route) => {
    tries += 1;
    // The third one arrives, but its answer is lost; then nothing goes through until the fourth has waited once.
    if (tries === 3 && files[2]) await sendPhoto(context.request, draft, files[2]);
    await (tries >= 3 && tries <= 6 ? route.abort('internetdisconnected') : route.continue());
  });
  await page.locator('#photos').setInputFiles(files);
  const main = page.locator('main');
  await expect(main).toContainText('Połączenie się zerwało. Nie wysłaliśmy: IMG_3.jpg', { timeout: 15_000 });
  await expect(photosIn(page)).toHaveCount(5, { timeout: 15_000 });
  await main.getByRole('button', { name: 'Spróbuj ponownie' }).click();
  await expect(main.getByText('Nie wysłaliśmy')).toHaveCount(0);
  await expect(photosIn(page)).toHaveCount(5);
  await page.reload();
  await expect(photosIn(page)).toHaveCount(5);
});

test('an empty text and one of 20 000 characters come back with what to do, and every word kept @phone @nojs', async ({
  page,
}) => {
  await page.goto('/zglos/problem');
  await goOn(page);
  const summary = await expectRefused(page, /Napisz, co się stało/);
  await summary.getByRole('link').click();
  await expect(page.locator('#text')).toBeFocused();
  await expect(page.locator('#text-error')).toContainText('Napisz, co się stało');

  const long = 'Dziura w jezdni. '.repeat(1_250).slice(0, 20_000);
  await page.locator('#text').fill(long);
  await goOn(page);
  await expectRefused(page, /Skróć opis o\s15\s000\sznaków\. Może mieć najwyżej 5000\sznaków/);
  expect((await page.locator('#text').inputValue()).length).toBe(20_000);
  await page.locator('#text').fill(long.slice(0, 5_000));
  await goOn(page);
  await expectStep(page, 'category');
});

test('whoever writes a PESEL is warned before sending, and nobody else ever reads it @phone', async ({
  page,
  context,
  anotherBrowser,
}) => {
  const pesel = '44051401359';
  const text = `Dziura przy bramie, proszę pytać pod numerem ${pesel}.`;
  const draft = await draftOf(context.request, { ...POTHOLE, text });
  await page.goto(stepOf(draft, 'check'));
  const main = page.locator('main');
  await expect(main).toContainText('W opisie jest numer PESEL.');
  await expect(main.getByRole('link', { name: 'Popraw opis' })).toHaveAttribute(
    'href',
    stepOf(draft, 'what'),
  );
  await goOn(page);
  const filed = await confirmed(page);

  const stranger = await anotherBrowser();
  for (const address of ['/', '/zgloszenia', `/zgloszenia/${filed.reference}`, `/zgloszenia?q=${pesel}`]) {
    await stranger.page.goto(address);
    const html = (await stranger.page.content())
      .replaceAll(`q=${pesel}`, '')
      .replaceAll(`value="${pesel}"`, '');
    expect(html.includes('przy bramie'), address).toBe(false);
    if (!address.includes('q=')) expect(html.includes(pesel), address).toBe(false);
  }
  await expect(stranger.page.locator('main')).not.toContainText(filed.reference);
});

test('a position in Warsaw is read back as outside, and refused with what to do @phone', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 52.2297, longitude: 21.0122, accuracy: 10 });
  const { address: _, ...unplaced } = POTHOLE;
  const draft = await draftOf(context.request, unplaced);
  await page.goto(stepOf(draft, 'place'));
  await page.locator('#way-here').check({ force: true });
  await page.getByRole('button', { name: 'Pobierz moje położenie' }).click();
  await expect(page.locator('#chosen-place')).toContainText('Ten punkt jest poza Krakowem. Sprawdź pinezkę.');
  await goOn(page);
  await expectRefused(page, /To miejsce jest poza Krakowem/);
  await expect(page.locator('main')).toContainText('Sprawę poza Krakowem zgłoś w urzędzie tamtej gminy');
  await expect(page.locator('#chosen-place')).toContainText('poza Krakowem');
  await page.locator('#address').fill('Karmelicka 34');
  await expect(page.locator('#chosen-place')).toBeEmpty();
  await page.keyboard.press('Escape');
  await goOn(page);
  await expectStep(page, 'photos');
});

test('a point in Warsaw sent by a form alone is refused all the same @nojs', async ({ page, context }) => {
  const { address: _, ...unplaced } = POTHOLE;
  const draft = await draftOf(context.request, unplaced);
  await page.goto(stepOf(draft, 'place'));
  await page.evaluate(() => {
    document.querySelector<HTMLInputElement>('[name=lat]')?.setAttribute('value', '52.2297');
    document.querySelector<HTMLInputElement>('[name=lng]')?.setAttribute('value', '21.0122');
  });
  await goOn(page);
  await expectRefused(page, /To miejsce jest poza Krakowem/);
  await expectStep(page, 'place');
  await page.locator('#address').fill('Karmelicka 34');
  await goOn(page);
  await expectStep(page, 'photos');
});

test('a double click, five more tries and Back after sending make one case, and the page says so @phone @nojs', async ({
  page,
  context,
  mailbox,
}) => {
  const email = `dwa-razy-${crypto.randomUUID()}@example.org`;
  const draft = await draftOf(context.request, { ...POTHOLE, email });
  await page.goto(stepOf(draft, 'check'));
  await page.locator('main form[action$="/submit"] button').dblclick();
  const filed = await confirmed(page);
  const again = await Promise.all([1, 2, 3, 4, 5].map(() => submit(context.request, draft)));
  expect(new Set(again.map(({ reference }) => reference))).toEqual(new Set([filed.reference]));

  await page.goBack();
  const main = page.locator('main');
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('To zgłoszenie już przyjęliśmy');
  await expect(main).toContainText(filed.reference);
  await expect(main.locator('form')).toHaveCount(0);
  await main.getByRole('link', { name: 'Sprawdź, co się z nim dzieje' }).click();
  await expect(main).toHaveAttribute('data-reference', filed.reference);
  await mailbox.wait(email, 1);
});

test('two tabs are two drafts, each with its own words and its own number @desktop', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  const words = ['Pierwsza karta: dziura przy szkole.', 'Druga karta: dziura przy aptece.'];
  const tabs = [page, other];
  for (const [index, tab] of tabs.entries()) {
    await tab.goto('/zglos/problem');
    await tab.locator('[name=text]').fill(words[index] ?? '');
  }
  for (const tab of tabs) await goOn(tab);
  for (const [index, tab] of tabs.entries()) {
    const draft = new URL(tab.url()).pathname.split('/').at(-2) ?? '';
    await answerStep(context.request, draft, 'category', { category: POTHOLE.category });
    await answerStep(context.request, draft, 'place', { address: `Karmelicka ${30 + index}` });
  }
  const numbers: string[] = [];
  for (const [index, tab] of tabs.entries()) {
    await tab.goto(tab.url().replace('/category', '/photos'));
    await goOn(tab);
    await goOn(tab);
    await expectStep(tab, 'check');
    await expect(tab.locator('main')).toContainText(words[index] ?? '');
    await expect(tab.locator('main')).toContainText(`Karmelicka ${30 + index}`);
    await expect(tab.locator('main')).not.toContainText(words[1 - index] ?? '');
    await goOn(tab);
    numbers.push((await confirmed(tab)).reference);
  }
  expect(new Set(numbers).size).toBe(2);
});

test('the address of a draft shows nothing in another browser, and changes nothing there @desktop', async ({
  page,
  context,
  anotherBrowser,
}) => {
  const secret = 'Sąsiad z parteru wylewa olej do kratki.';
  const draft = await draftOf(context.request, { ...POTHOLE, text: secret, email: 'nikt-inny@example.org' });
  const stranger = await anotherBrowser();
  for (const step of ['what', 'check', 'contact', 'photos']) {
    const answer = await stranger.page.goto(stepOf(draft, step));
    expect(answer?.status(), step).toBe(404);
    const html = await stranger.page.content();
    for (const word of ['wylewa', 'nikt-inny', 'Karmelicka']) expect(html.includes(word), word).toBe(false);
  }
  await expect(stranger.page.locator('main')).toContainText('Nie możemy tu otworzyć tego zgłoszenia');
  const headers = { origin: new URL(stranger.page.url()).origin, accept: 'application/json' };
  for (const [step, data] of [
    ['what', { text: 'Podmienione' }],
    ['submit', {}],
  ] as const) {
    const answer = await stranger.context.request.post(`/api/drafts/${draft}/${step}`, { data, headers });
    expect(answer.status(), step).toBe(404);
  }
  await page.goto(stepOf(draft, 'check'));
  await expect(page.locator('main')).toContainText(secret);
});

test('a number that somebody guesses tells the district and not a word more @nojs', async ({
  page,
  context,
  anotherBrowser,
}) => {
  const filed = await fileCase(context.request, {
    text: 'Woda stoi pod moimi drzwiami.',
    name: 'Osoba Przykładowa',
    email: 'drzwi@example.org',
    phone: '601234567',
  });
  const stranger = await anotherBrowser();
  await stranger.page.goto(`/zgloszenia/${filed.reference}`);
  const html = await stranger.page.content();
  for (const word of ['moimi', 'Przykładowa', 'drzwi@', '601234567', '601 234 567', filed.code]) {
    expect(html.includes(word), word).toBe(false);
  }
  await page.goto(filed.page);
  await expect(page.locator('main')).toContainText('Woda stoi pod moimi drzwiami.');
});
