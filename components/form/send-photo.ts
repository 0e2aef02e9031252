'use client';

import type { PhotoDto } from '#lib/media/dto.ts';

export type PhotoAnswer = { photos: PhotoDto[]; refused: { name: string; message: string }[] };

const ATTEMPTS = 3;
const PAUSE_MS = 1_500;
/** Long enough for a phone on the edge of a network. */
const PATIENCE_MS = 120_000;

/**
 * Sends one photo and tells how far it got (0–1). A dropped connection is tried again; the server knows the same
 * bytes. Null: it did not arrive.
 */
export async function sendPhoto(
  draftId: string,
  file: Blob,
  name: string,
  progress: (part: number) => void,
): Promise<PhotoAnswer | null> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const answer = await post(draftId, file, name, progress);
    if (answer) return answer;
    if (attempt < ATTEMPTS) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt));
  }
  return null;
}

function post(
  draftId: string,
  file: Blob,
  name: string,
  progress: (part: number) => void,
): Promise<PhotoAnswer | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('listing', '1');
    body.append('photos', file, name);
    request.open('POST', `/api/drafts/${draftId}/photos`);
    request.setRequestHeader('accept', 'application/json');
    request.timeout = PATIENCE_MS;
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(read(request));
    request.onerror = () => resolve(null);
    request.ontimeout = () => resolve(null);
    request.send(body);
  });
}

/** Anything but a list means that it has to be sent again. */
function read({ status, responseText }: XMLHttpRequest): PhotoAnswer | null {
  if (status !== 200) return null;
  try {
    const body = JSON.parse(responseText) as Partial<PhotoAnswer>;
    return Array.isArray(body.photos) ? { photos: body.photos, refused: body.refused ?? [] } : null;
  } catch {
    return null;
  }
}

/** Takes a photo away. Null: the connection dropped. */
export async function removeSent(draftId: string, photoId: string): Promise<PhotoDto[] | null> {
  const body = new FormData();
  body.append('remove', photoId);
  try {
    const response = await fetch(`/api/drafts/${draftId}/photos`, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body,
    });
    return response.ok ? ((await response.json()) as PhotoAnswer).photos : null;
  } catch {
    return null;
  }
}

const LONGEST_SIDE = 2_000;
const WORTH_IT_BYTES = 1_200_000;
const QUALITY = 0.85;

/** A large photo made smaller before it is sent: it saves the sender's data, and loses where it was taken. */
export async function smaller(file: File): Promise<Blob> {
  if (file.size < WORTH_IT_BYTES || !file.type.startsWith('image/')) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const made = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', QUALITY);
    });
    return made && made.size < file.size ? made : file;
  } catch {
    return file;
  }
}
