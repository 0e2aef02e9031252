import type { MailPreview as Preview } from '#lib/notifications/preview-dto.ts';

type Content = Preview['content'];
type Block = Content['blocks'][number];

export type PreviewWords = { subject: string; mailed: string; notMailed: string };

/** A mail as the person will get it; what would be a link there is none here. */
export function MailPreview({ preview, words }: { preview: Preview; words: PreviewWords }) {
  const { content, mailed } = preview;
  return (
    <>
      <p className="meta">{mailed ? words.mailed : words.notMailed}</p>
      <article className="mail-p stack" lang={content.lang}>
        <p>
          <span className="meta">{words.subject}</span>
          <br />
          <strong>{content.subject}</strong>
        </p>
        <p className="mail-p-h">{content.heading}</p>
        {content.blocks.map((block) => (
          <MailBlock key={JSON.stringify(block)} block={block} />
        ))}
        <div className="mail-p-f meta">
          {content.footer.map(({ lead, text }) => (
            <p key={lead}>
              {lead} {text}
            </p>
          ))}
        </div>
      </article>
    </>
  );
}

function MailBlock({ block }: { block: Block }) {
  if (block.type === 'quote') {
    return (
      <blockquote className="pre" lang={block.lang}>
        {block.text}
      </blockquote>
    );
  }
  if (block.type === 'buttons') {
    return (
      <p className="row">
        {block.items.map(({ label }) => (
          <span className="mail-p-b" key={label}>
            {label}
          </span>
        ))}
      </p>
    );
  }
  // Facts and lists of cases stand in mails to departments alone.
  if (block.type === 'facts' || block.type === 'links') return null;
  if (block.type === 'small') return <p className="meta">{block.text}</p>;
  return (
    <p className="pre">
      {block.lead && <strong>{block.lead} </strong>}
      {block.text}
      {block.strong && <strong> {block.strong}</strong>}
    </p>
  );
}
