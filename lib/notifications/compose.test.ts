import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OUTCOMES } from '#lib/submissions/words.ts';
import { composeDepartment, composeResident } from './compose.ts';
import type { ResidentFacts } from './facts.ts';
import { htmlMail } from './html.ts';
import { DEPARTMENT_TEMPLATES, RESIDENT_TEMPLATES } from './templates.ts';
import { plainText } from './text.ts';

const APP = 'https://kontakt.example';
const AT = new Date('2026-11-18T10:42:00Z');

const said = (text: string | null) => ({ text, locale: 'pl' });

const facts = (change: Partial<ResidentFacts> = {}): ResidentFacts => ({
  template: 'resolved',
  locale: 'pl',
  kind: 'PROBLEM',
  reference: 'KRK-2026-004217',
  own: {
    reference: 'KRK-2026-004217',
    code: '7K3M9QXD2VTRH',
    title: null,
    category: 'Uszkodzony chodnik',
    address: 'ul. Długa 12',
    sensitive: false,
    danger: false,
  },
  follows: false,
  supportKey: null,
  at: AT,
  byReporter: false,
  outcome: 'FIXED',
  until: '2026-12-04',
  reasonCode: 'NO_BUDGET',
  cost: null,
  newKind: 'IDEA',
  otherReference: 'KRK-2026-000009',
  department: 'Zarząd Dróg Miasta Krakowa',
  institution: { name: 'GDDKiA', phone: '+48124171500' },
  answerBy: '2026-11-20',
  askedAt: AT,
  explanation: said('Wymieniliśmy trzy płyty.\nChodnik jest równy.'),
  remaining: said('Zostało malowanie pasów.'),
  alternative: said('Można złożyć wniosek do budżetu obywatelskiego.'),
  question: said('Przy której bramie?'),
  objection: said('Płyta znów się rusza.'),
  ...change,
});

const mailOf = (change: Partial<ResidentFacts> = {}) => {
  const content = composeResident(facts(change), APP);
  return { content, subject: content.subject, text: plainText(content), html: htmlMail(content) };
};

const WITH_FOLLOWERS = RESIDENT_TEMPLATES.filter(
  (each) => !['received', 'asked', 'reminded', 'link'].includes(each),
);

describe('every mail', () => {
  const complaints = vi.spyOn(console, 'error').mockReturnValue();
  beforeEach(() => {
    complaints.mockClear();
  });

  const variants = [
    ...RESIDENT_TEMPLATES.flatMap((template) =>
      (['PROBLEM', 'IDEA', 'QUESTION'] as const).map((kind) => facts({ template, kind })),
    ),
    ...WITH_FOLLOWERS.map((template) => facts({ template, follows: true })),
    ...OUTCOMES.map((outcome) => facts({ outcome })),
    ...['en', 'uk', 'xx'].map((locale) => facts({ locale })),
  ].map(
    (each) => [`${each.template} ${each.kind} ${each.outcome} ${each.locale} ${each.follows}`, each] as const,
  );

  it.each(variants)('%s is whole in words', (_name, each) => {
    const content = composeResident(each, APP);
    const text = plainText(content);
    expect(complaints).not.toHaveBeenCalled();
    expect(text).not.toMatch(/\bmail\.|\bstatuses\.|[{}]|undefined|null|NaN|Invalid/);
    expect(content.subject).toMatch(/^[^:]+: .+ \(KRK-2026-004217\)$/);
    expect(htmlMail(content)).not.toMatch(/undefined|>null</);
  });

  it.each(DEPARTMENT_TEMPLATES)('%s names the case and nobody', (template) => {
    const content = composeDepartment(
      {
        template,
        reference: 'KRK-2026-004217',
        category: 'Uszkodzony chodnik',
        address: 'ul. Długa 12',
        district: 'I Stare Miasto',
        fixBy: '2026-12-02',
      },
      APP,
    );
    expect(content.subject).toMatch(/: uszkodzony chodnik, ul\. Długa 12 \(KRK-2026-004217\)$/);
    expect(plainText(content)).toContain(`${APP}/staff/zgloszenia/KRK-2026-004217`);
    expect(plainText(content)).not.toContain('sledz');
    expect(complaints).not.toHaveBeenCalled();
  });
});

describe('the mail that something was fixed', () => {
  it('says what, where and which case in one line', () => {
    expect(mailOf().subject).toBe('Naprawione: uszkodzony chodnik, ul. Długa 12 (KRK-2026-004217)');
  });

  it('leads to the page where the last word is said, and says until when', () => {
    const { text } = mailOf();
    expect(text).toContain(`${APP}/sledz/7K3M9QXD2VTRH#ocena`);
    expect(text).toContain(`${APP}/sledz/7K3M9QXD2VTRH#sprzeciw`);
    expect(text).toContain('zamkniemy sprawę 2 grudnia');
    expect(text).toContain('7K3M-9QXD-2VTR-H');
  });

  it('asks nothing of those who only follow, and shows them no code but their own', () => {
    const { text } = mailOf({
      follows: true,
      own: { ...facts().own, reference: 'KRK-2026-000777', code: 'AAAABBBBCCCCD' },
    });
    expect(text).not.toContain('#ocena');
    expect(text).toContain('KRK-2026-000777');
    expect(text.match(/sledz\/\w+/g)).toEqual(['sledz/AAAABBBBCCCCD']);
  });

  it('tells those who follow a question that there is an answer, not what was written to another person', () => {
    const { text, html } = mailOf({ template: 'answered', kind: 'QUESTION', follows: true });
    expect(text + html).not.toContain('trzy płyty');
    expect(text).toContain('przez telefon');
  });

  it.each(['accepted', 'declined'] as const)(
    'says what an idea would cost when it is %s, if somebody knows',
    (template) => {
      expect(mailOf({ template, kind: 'IDEA', cost: 95_000 }).text).toMatch(
        /Szacunkowy koszt: około 95\s000\szł\./,
      );
      expect(mailOf({ template, kind: 'IDEA' }).text).not.toContain('koszt:');
    },
  );

  it.each([
    ['pl', '„Wymieniliśmy'],
    ['en', '‘Wymieniliśmy'],
    ['uk', '«Wymieniliśmy'],
  ])('quotes in %s as that language does', (locale, beginning) => {
    const { text, html } = mailOf({ locale });
    expect(text).toContain(beginning);
    expect(html).toContain(beginning);
  });

  it('says that words were removed instead of keeping them', () => {
    const { text } = mailOf({ explanation: said(null) });
    expect(text).toContain('już nie ma');
  });

  it('keeps what it is about out of the subject where that is nobody’s business', () => {
    const { subject } = mailOf({ own: { ...facts().own, sensitive: true } });
    expect(subject).toBe('Naprawione: twoje zgłoszenie (KRK-2026-004217)');
  });
});

describe('words of a person', () => {
  it('cannot become markup', () => {
    const { html } = mailOf({ explanation: said('<img src=x onerror=alert(1)> & "tak"') });
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;tak&quot;');
  });

  it('say their language where the mail is in another one', () => {
    const { html } = mailOf({ explanation: { text: 'Добре', locale: 'uk' } });
    expect(html).toMatch(/<blockquote[^>]* lang="uk"/);
    expect(mailOf().html).not.toMatch(/<blockquote[^>]* lang=/);
  });

  it('keep their lines', () => {
    expect(mailOf().html).toContain('Wymieniliśmy trzy płyty.<br>Chodnik jest równy.');
    expect(mailOf().text).toContain('    „Wymieniliśmy trzy płyty.\n    Chodnik jest równy.”');
  });
});

describe('opening a mail', () => {
  it('fetches nothing from anywhere', () => {
    for (const template of RESIDENT_TEMPLATES) {
      expect(mailOf({ template }).html).not.toMatch(/<(img|script|link|iframe|form)\b|url\(|@import/i);
    }
  });
});
