'use client';

import { useRef, useState } from 'react';
import { postJson } from '#components/ui/post-json.ts';
import type { PersonView } from './intake-words.ts';

/** Long enough to be somebody's; anything shorter is not asked about. */
const LEAST_DIGITS = 9;

/** Earlier cases of the person whose phone or e-mail has just been typed. Each question is kept in the audit. */
export function useEarlier(first: PersonView | null, at: 'filing' | 'call') {
  const [person, setPerson] = useState(first);
  const asked = useRef('');
  const ask = async (form: HTMLFormElement | null | undefined) => {
    if (!form) return;
    const data = new FormData(form);
    const [phone, email] = ['phone', 'email'].map((name) => String(data.get(name) ?? '').trim());
    const known = `${phone} ${email}`;
    if (known === asked.current) return;
    asked.current = known;
    const telling = (phone ?? '').replace(/\D/g, '').length >= LEAST_DIGITS || (email ?? '').includes('@');
    const answer = telling ? await fetchPerson({ phone, email, at }) : null;
    if (known === asked.current) setPerson(answer);
  };
  return { person, ask };
}

async function fetchPerson(asked: object): Promise<PersonView | null> {
  const answer = await postJson<{ person: PersonView | null }>('/api/staff/person', asked);
  return answer?.person ?? null;
}
