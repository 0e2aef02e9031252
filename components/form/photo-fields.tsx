'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { PhotoDto } from '#lib/media/dto.ts';
import { fill, type PhotoWords } from './photo-words.ts';
import { type Sending, usePhotoQueue } from './use-photo-queue.ts';

type Icons = { camera: ReactNode; pick: ReactNode; error: ReactNode };

export type PhotoFieldsProps = {
  draftId: string;
  photos: PhotoDto[];
  most: number;
  accept: string;
  words: PhotoWords;
  icons: Icons;
  /** Ids of the notes that describe the fields. */
  describedBy: string;
  invalid: boolean;
};

/**
 * Photos of a draft. Without the page's script these are two file fields and a button for each photo; with it, each
 * photo is sent as soon as it is chosen, shows how far it got, and is sent again when the connection drops.
 */
export function PhotoFields(props: PhotoFieldsProps) {
  const { draftId, most, words, icons } = props;
  const root = useRef<HTMLDivElement>(null);
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const queue = usePhotoQueue(draftId, props.photos, root);
  const full = queue.photos.length + queue.sending.length >= most;
  return (
    <div className="photo-fields" ref={root}>
      <PhotoList
        {...props}
        photos={queue.photos}
        previews={queue.previews}
        onRemove={alive ? queue.remove : null}
      />
      {full ? (
        <p className="meta" id="photos" tabIndex={-1}>
          {fill(words.full, { most })}
        </p>
      ) : (
        <Choosers {...props} onFiles={alive ? queue.add : null} />
      )}
      <Reports queue={queue} words={words} icon={icons.error} />
    </div>
  );
}

type ReportsProps = { queue: ReturnType<typeof usePhotoQueue>; words: PhotoWords; icon: ReactNode };

/** How far each photo got, and what was refused. */
function Reports({ queue, words, icon }: ReportsProps) {
  return (
    <>
      <div role="status" className="sending">
        {queue.sending.map((one) => (
          <Progress key={one.key} one={one} words={words} icon={icon} onRetry={() => queue.retry(one)} />
        ))}
        {queue.goingOn && <p>{words.waiting}</p>}
      </div>
      <div role="alert">
        {queue.refused.map((message) => (
          <p className="error" key={message}>
            {icon}
            <span>{message}</span>
          </p>
        ))}
      </div>
    </>
  );
}

type ChoosersProps = PhotoFieldsProps & { onFiles: ((files: FileList) => void) | null };

function Choosers({ words, accept, icons, describedBy, invalid, onFiles }: ChoosersProps) {
  const onChange = (event: React.ChangeEvent<HTMLInputElement>) => {
    const { files } = event.target;
    if (!onFiles || !files || files.length === 0) return;
    onFiles(files);
    event.target.value = '';
  };
  const look = { className: 'input file chooser', 'aria-invalid': invalid || undefined };
  const field = { type: 'file', name: 'photos', accept, onChange, ...look };
  return (
    <div className={onFiles ? 'choosers choosers-alive' : 'choosers'}>
      <div className="field chooser-camera">
        <label htmlFor="camera">
          {icons.camera}
          {words.camera}
        </label>
        <input {...field} id="camera" capture="environment" aria-describedby={describedBy} />
      </div>
      <div className="field">
        <label htmlFor="photos">
          {icons.pick}
          {words.pick}
        </label>
        <span className="hint" id="photos-hint">
          {words.pickHint}
        </span>
        <input {...field} id="photos" multiple aria-describedby={`photos-hint ${describedBy}`} />
      </div>
      {!onFiles && (
        <button type="submit" name="stay" value="1" className="btn btn-quiet">
          {words.add}
        </button>
      )}
    </div>
  );
}

type PhotoListProps = Pick<PhotoFieldsProps, 'photos' | 'words'> & {
  previews: Record<string, string>;
  onRemove: ((id: string) => void) | null;
};

function PhotoList({ photos, words, previews, onRemove }: PhotoListProps) {
  if (photos.length === 0) return null;
  return (
    <section aria-label={words.list}>
      <ul className="photo-list list-plain">
        {photos.map((photo, index) => (
          <li key={photo.id}>
            <Picture
              photo={photo}
              preview={previews[photo.id]}
              alt={fill(words.one, { number: index + 1 })}
            />
            <span>
              <strong>{fill(words.one, { number: index + 1 })}</strong>
              <span className="meta">{stateOf(photo, words)}</span>
            </span>
            <button
              type="submit"
              name="remove"
              value={photo.id}
              className="btn btn-quiet"
              onClick={(event) => {
                if (!onRemove) return;
                event.preventDefault();
                onRemove(photo.id);
              }}
            >
              {words.remove}
              <span className="sr">: {fill(words.removeWhat, { number: index + 1 })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function stateOf({ state }: PhotoDto, words: PhotoWords): string {
  if (state === 'FAILED') return words.failed;
  return state === 'READY' ? words.ready : words.processing;
}

function Picture({ photo, preview, alt }: { photo: PhotoDto; preview: string | undefined; alt: string }) {
  const source = photo.thumb ?? preview;
  return (
    <span className="photo">
      {/* biome-ignore lint/performance/noImgElement: pictures are re-encoded once, by our worker */}
      {source && <img src={source} alt={alt} width={144} height={108} />}
    </span>
  );
}

type ProgressProps = { one: Sending; words: PhotoWords; icon: ReactNode; onRetry: () => void };

function Progress({ one: { name, part, broken }, words, icon, onRetry }: ProgressProps) {
  if (broken) {
    return (
      <p className="error">
        {icon}
        <span>{fill(words.broken, { name })}</span>
        <button type="button" className="btn btn-quiet" onClick={onRetry}>
          {words.retry}
        </button>
      </p>
    );
  }
  return (
    <p>
      <span>{fill(words.sending, { name })}</span>
      <progress max={1} value={part} aria-label={fill(words.sending, { name })} />
    </p>
  );
}
