import { INFOLINE } from '#lib/i18n/phone.ts';
import { PhoneLink } from './plate.tsx';

/** The infoline as people write it, with common or no-break spaces. */
const WRITTEN = /12[ \u00a0]616[ \u00a0]55[ \u00a0]55/;

/** Running text from the directory: the infoline's number in it can be called. */
export function PhoneText({ text }: { text: string }) {
  const [first, ...rest] = text.split(WRITTEN);
  return (
    <>
      {first}
      {rest.map((after) => (
        <span key={after}>
          <PhoneLink phone={INFOLINE} />
          {after}
        </span>
      ))}
    </>
  );
}
