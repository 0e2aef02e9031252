'use client';

import { useEffect, useRef } from 'react';
import type { MailPreview as Preview } from '#lib/notifications/preview-dto.ts';
import { MailPreview, type PreviewWords } from './mail-preview.tsx';
import { useReplyButtons } from './use-reply-buttons.ts';

type ReplyHelperProps = {
  paths: { reply: string; preview: string };
  words: {
    inserted: string;
    fallback: string;
    undo: string;
    failed: string;
    close: string;
    title: string;
    preview: PreviewWords;
  };
};

/**
 * Does in place what the form's buttons would do by sending it: the words come into the field, the mail into a dialog,
 * and photos that were chosen stay chosen. Where the network fails it says so, and nothing is lost.
 */
export function ReplyHelper({ paths, words }: ReplyHelperProps) {
  const anchor = useRef<HTMLDivElement>(null);
  const { note, before, preview, undo, closePreview } = useReplyButtons(anchor, paths, words);
  return (
    <div ref={anchor}>
      <div className="reply-in row" hidden={note === ''}>
        <p role="status">{note}</p>
        {before && (
          <button className="btn btn-quiet" type="button" onClick={undo}>
            {words.undo}
          </button>
        )}
      </div>
      {preview && <PreviewDialog preview={preview} words={words} onClose={closePreview} />}
    </div>
  );
}

type PreviewDialogProps = { preview: Preview; words: ReplyHelperProps['words']; onClose: () => void };

function PreviewDialog({ preview, words, onClose }: PreviewDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="dialog dialog-wide stack"
      aria-labelledby="preview-title"
      onClose={onClose}
    >
      <h2 id="preview-title" className="dialog-title">
        {words.title}
      </h2>
      <MailPreview preview={preview} words={words.preview} />
      <button className="btn btn-quiet" type="button" onClick={() => dialog.current?.close()}>
        {words.close}
      </button>
    </dialog>
  );
}
