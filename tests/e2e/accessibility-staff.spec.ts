import { at, look, refused } from './looking.ts';
import { expect, fileCase, test } from './people.ts';

/** Every page of a desk in every state it has. */
test.describe('desks accessible in every state @desktop', () => {
  test.beforeEach(({ expectErrors }) => {
    test.setTimeout(150_000);
    expectErrors(/status of (404|409|410)/);
  });

  test('the infoline: signing in, the queue, every form of a case, a conflict', async ({
    page,
    context,
    signIn,
    desk,
  }) => {
    const { request } = context;
    const filed = await fileCase(request, { text: 'Dziura. Telefon 601 234 567.', email: 'kto@example.org' });
    const contested = await fileCase(request);
    const infoline = await desk('infolinia2');
    await look({ page }, ['/logowanie', at('/logowanie', refused('/api/session'))]);
    await signIn('infolinia');
    const form = (command: string) => `/staff/zgloszenia/${filed.reference}?akcja=${command}`;
    const commands = [
      'forward',
      'answer',
      'ask',
      'duplicate',
      'redirect',
      'resolve',
      'release',
      'correct',
      'note',
    ];
    await look({ page }, [
      '/staff',
      '/staff?tab=all&channel=WEB&status=RECEIVED',
      '/staff?tab=all&q=nieznaneslowo',
      form('decline'),
      `/staff/zgloszenia/${filed.reference}?kontakt=1`,
      at(`/staff/zgloszenia/${contested.reference}?akcja=answer`, async (here) => {
        await here.locator('[name=explanation]').fill('Odpowiedź, która przyszła za późno.');
        await infoline.give(contested, 'note', { note: 'Dzwoniłam w tej sprawie.' });
        await infoline.give(contested, 'forward', { department: 'ZDMK' });
        await here.getByRole('button', { name: 'Wyślij odpowiedź' }).click();
        await here.getByRole('link', { name: 'Wróć do sprawy' }).click();
        await expect(here.locator('.conflict')).toBeVisible();
      }),
      '/staff/zgloszenia/KRK-2020-999999',
    ]);
    await look({ page, part: '.acts' }, [...commands.map(form), at(form('decline'), refused('/decline'))]);
  });

  test('a department: its lists, every form of a job, the account', async ({
    page,
    context,
    signIn,
    desk,
  }) => {
    const filed = await fileCase(context.request);
    await (await desk('infolinia')).give(filed, 'forward', { department: 'ZDMK', note: 'Pilne.' });
    await signIn('zdmk');
    const form = (command: string) => `/staff/zgloszenia/${filed.reference}?akcja=${command}`;
    await look({ page }, [
      '/staff',
      '/staff?tab=in-progress',
      `/staff/zgloszenia/${filed.reference}`,
      at(form('resolve'), refused('/resolve')),
      '/staff/haslo',
      at('/staff/haslo', refused('/password')),
    ]);
    const commands = ['plan', 'return', 'ask', 'forward'];
    await look({ page, part: '.acts' }, [...commands.map(form), at(form('plan'), refused('/plan'))]);
  });
});
