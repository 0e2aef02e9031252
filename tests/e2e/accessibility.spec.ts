import { at, look, refused, unfold } from './looking.ts';
import { draftOf, expect, fileCase, POTHOLE, say, stepOf, submit, test } from './people.ts';

/** Every page of a resident in every state it has. */
test.describe('accessible in every state @desktop', () => {
  test.beforeEach(({ expectErrors }) => {
    test.setTimeout(150_000);
    expectErrors(/status of (404|409|410)/);
  });

  test('what everybody reads', async ({ page, context }) => {
    const filed = await fileCase(context.request);
    await look({ page }, [
      '/',
      '/zgloszenia',
      at('/zgloszenia', unfold('Więcej filtrów')),
      '/zgloszenia?q=nieznaneslowo',
      `/zgloszenia/${filed.reference}`,
      '/zgloszenia/KRK-2020-999999',
      '/sledz',
      '/sledz?kod=krzak',
      at('/sledz', refused('/api/links')),
      '/deklaracja-dostepnosci',
      '/prywatnosc',
      '/zglos/pomysl',
      '/zadaj-pytanie',
    ]);
  });

  test('the steps of filing, empty, filled and refused', async ({ page, context }) => {
    const { address: _, ...unplaced } = POTHOLE;
    const begun = await draftOf(context.request, { text: POTHOLE.text });
    const unknown = await draftOf(context.request, unplaced);
    const dangerous = await draftOf(context.request, {
      text: 'Wpadłam do otwartej studzienki.',
      category: 'wlaz',
    });
    const many = await draftOf(context.request, { ...unplaced });
    const whole = await draftOf(context.request, {
      ...POTHOLE,
      text: `${POTHOLE.text} Proszę o telefon: 601 234 567, PESEL 44051401359.`,
      name: 'Osoba Przykładowa',
      email: 'osoba.przykladowa.z.dlugim.adresem@przyklad.example.org',
    });
    const sent = await draftOf(context.request);
    await submit(context.request, sent);
    await look({ page }, [
      '/zglos/problem',
      at('/zglos/problem', refused('/api/drafts')),
      stepOf(begun, 'category'),
      at(stepOf(begun, 'category'), refused('/category')),
      stepOf(dangerous, 'danger'),
      stepOf(unknown, 'place'),
      at(stepOf(unknown, 'place'), async (here) => {
        await here.locator('#address').fill('Dług');
        await expect(here.getByRole('option').first()).toBeVisible();
      }),
      at(stepOf(unknown, 'place'), async (here) => {
        await here.locator('main button.btn-main[type=submit]').last().click();
        await expect(here).toHaveTitle(/^Błąd: /);
      }),
      at(stepOf(many, 'place'), async (here) => {
        await here.locator('#way-nearby').check({ force: true });
        await here.locator('#nearby').fill('Park');
        await here.locator('#nearby').press('Enter');
        await expect(here.locator('main [name=choice]').first()).toBeAttached();
      }),
      stepOf(whole, 'photos'),
      stepOf(whole, 'contact'),
      at(stepOf(whole, 'contact'), async (here) => {
        await here.locator('[name=email]').fill('to nie adres');
        await here.locator('[name=phone]').fill('12');
        await here.locator('main button.btn-main[type=submit]').last().click();
        await expect(here).toHaveTitle(/^Błąd: /);
      }),
      stepOf(whole, 'check'),
      stepOf(whole, 'later'),
      stepOf(sent, 'check'),
      stepOf('00000000-0000-4000-8000-00000000ffff', 'check'),
    ]);
  });

  test('the page of whoever holds the code', async ({ page, context, desk }) => {
    const infoline = await desk('infolinia');
    const zdmk = await desk('zdmk');
    const [fresh, asked, answered, withdrawn, declined] = [
      await fileCase(context.request, { email: 'dostepnosc@example.org' }),
      await fileCase(context.request),
      await fileCase(context.request),
      await fileCase(context.request),
      await fileCase(context.request),
    ];
    await infoline.give(asked, 'ask', { question: 'Czy dziura jest na jezdni, czy na chodniku?' });
    await infoline.give(answered, 'forward', { department: 'ZDMK' });
    await zdmk.give(answered, 'take');
    await zdmk.give(answered, 'resolve', { outcome: 'FIXED', explanation: 'Załatane.' });
    await say(context.request, withdrawn, 'withdraw');
    await infoline.give(declined, 'decline', {
      reasonCode: 'PRIVATE_LAND',
      explanation: 'Ta droga należy do wspólnoty.',
      alternative: 'Prosimy napisać do jej zarządu.',
    });
    await look({ page }, [
      `${fresh.page}?przyjete=1`,
      at(fresh.page, unfold('Wycofaj zgłoszenie')),
      asked.page,
      at(asked.page, refused('/reply')),
      at(answered.page, unfold('Nie, problem jest nadal')),
      at(answered.page, async (here) => {
        await unfold('Nie, problem jest nadal')(here);
        await refused('/object')(here);
      }),
      withdrawn.page,
      declined.page,
    ]);
  });
});
