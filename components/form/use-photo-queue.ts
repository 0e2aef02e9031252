'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { PhotoDto } from '#lib/media/dto.ts';
import { removeSent, sendPhoto, smaller } from './send-photo.ts';

export type Sending = { key: number; name: string; part: number; broken: boolean; file: File };

/** Photos on their way: one after another, so that a weak connection carries one whole photo rather than five halves. */
export function usePhotoQueue(draftId: string, initial: PhotoDto[], root: RefObject<HTMLElement | null>) {
  const list = usePhotoList(initial);
  const [sending, setSending] = useState<Sending[]>([]);
  const [refused, setRefused] = useState<string[]>([]);
  const line = useRef(Promise.resolve());
  const keys = useRef(0);

  const update = (key: number, change: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const send = async ({ key, name, file }: Sending) => {
    const body = await smaller(file);
    const answer = await sendPhoto(draftId, body, name, (part) => update(key, { part }));
    if (!answer) return update(key, { broken: true });
    setSending((all) => all.filter((one) => one.key !== key));
    setRefused((all) => [...all, ...answer.refused.map(({ message }) => message)]);
    list.take(answer.photos, body);
  };
  const enqueue = (one: Sending) => {
    line.current = line.current.then(() => send(one));
  };
  const add = (files: FileList) => {
    setRefused([]);
    const fresh = [...files].map((file) => {
      keys.current += 1;
      return { key: keys.current, name: file.name, part: 0, broken: false, file };
    });
    setSending((all) => [...all, ...fresh]);
    for (const one of fresh) enqueue(one);
  };
  const retry = (one: Sending) => {
    update(one.key, { broken: false, part: 0 });
    enqueue(one);
  };
  const remove = async (id: string) => {
    const left = await removeSent(draftId, id);
    if (left) list.take(left);
  };
  const busy = sending.some(({ broken }) => !broken);
  return { ...list, sending, refused, goingOn: useWaitingForm(root, busy), add, retry, remove };
}

/** The photos there are, with pictures of those just sent: the worker's own come a moment later. */
function usePhotoList(initial: PhotoDto[]) {
  const [photos, setPhotos] = useState(initial);
  const [previews, setPreviews] = useState<Record<string, string>>({});
  const known = useRef(initial);
  const take = (next: PhotoDto[], preview?: Blob) => {
    const added = next.find(({ id }) => !known.current.some((photo) => photo.id === id));
    if (added && preview) {
      const url = URL.createObjectURL(preview);
      setPreviews((all) => ({ ...all, [added.id]: url }));
    }
    known.current = next;
    setPhotos(next);
  };
  return { photos, previews, take };
}

/** "Dalej" pressed too early waits for the photos and then goes on by itself. */
function useWaitingForm(root: RefObject<HTMLElement | null>, busy: boolean): boolean {
  const [goingOn, setGoingOn] = useState(false);
  useEffect(() => {
    const form = root.current?.closest('form');
    if (!form) return;
    const wait = (event: SubmitEvent) => {
      if (!busy) return;
      event.preventDefault();
      setGoingOn(true);
    };
    form.addEventListener('submit', wait);
    if (goingOn && !busy) {
      setGoingOn(false);
      form.requestSubmit();
    }
    return () => form.removeEventListener('submit', wait);
  }, [root, busy, goingOn]);
  return goingOn;
}
