import type { MailTone } from './content.ts';

/** The portal's colours, written out: a mail cannot see its style sheets. */
export type Ink = { ink: string; soft: string; darkInk: string; darkSoft: string };

export const TONES: Record<MailTone, Ink> = {
  new: { ink: '#0a4a86', soft: '#e5f0fb', darkInk: '#9acbf6', darkSoft: '#12324f' },
  sent: { ink: '#07525a', soft: '#e0f3f3', darkInk: '#8fdbe0', darkSoft: '#0f3a3f' },
  work: { ink: '#693a00', soft: '#ffefd0', darkInk: '#ffcf7d', darkSoft: '#3f2d0b' },
  plan: { ink: '#3d3a95', soft: '#ecebfc', darkInk: '#c5c3ff', darkSoft: '#2a2a58' },
  wait: { ink: '#7d1f5b', soft: '#fce8f3', darkInk: '#ffb8de', darkSoft: '#4a1d39' },
  done: { ink: '#0d5529', soft: '#e0f4e6', darkInk: '#94e0ac', darkSoft: '#113d23' },
  closed: { ink: '#3f4b57', soft: '#eaeef2', darkInk: '#cdd7e0', darkSoft: '#2a3845' },
};

const FONT = "'Source Sans 3','Segoe UI',Arial,sans-serif";
const BUTTON = 'display:inline-block;font-weight:700;text-decoration:none;border-radius:8px';

export const STYLE = {
  body: 'margin:0;padding:0;background:#e2ecf5',
  page: 'background:#e2ecf5',
  sheet: `max-width:600px;background:#ffffff;font-family:${FONT};border-radius:14px;overflow:hidden`,
  head: 'background:#003a6b;padding:20px 36px;color:#ffffff;font-size:18px;font-weight:700;line-height:1.3',
  main: 'padding:32px 36px 16px;color:#14212e;font-size:18px;line-height:1.55',
  heading: 'margin:0 0 16px;font-size:28px;line-height:1.2;color:#14212e',
  plate: 'display:inline-block;font-weight:700;font-size:16px;padding:4px 14px;border-radius:99px',
  text: 'margin:0 0 16px',
  small: 'margin:0 0 16px;color:#414f5d;font-size:16px',
  quote: 'margin:0 0 24px;padding:0 0 0 18px;border-left:4px solid #f6a91b',
  button: `${BUTTON};background:#00569a;color:#ffffff;padding:15px 26px;margin:0 8px 8px 0`,
  quiet: `${BUTTON};background:#ffffff;color:#005090;border:2px solid #5d6c7b;padding:13px 24px;margin:0 0 8px`,
  facts: 'margin:0 0 16px;font-size:18px;line-height:1.55',
  factName: 'padding:2px 16px 2px 0;text-align:left;vertical-align:top;font-weight:400;color:#414f5d',
  fact: 'padding:2px 0;vertical-align:top;color:#14212e',
  foot: 'padding:0 36px 32px;color:#414f5d;font-size:16px;line-height:1.55',
  line: 'border-top:1px solid #c5d1dd;padding-top:20px',
  code: 'white-space:nowrap;letter-spacing:.03em',
  link: 'color:#005090;white-space:nowrap;font-weight:700',
} as const;

const darkTones = Object.entries(TONES)
  .map(
    ([tone, { darkInk, darkSoft }]) =>
      `.${tone}{background:${darkSoft}!important;color:${darkInk}!important}`,
  )
  .join('');

/** What inline styles cannot say: focus, narrow screens, and the dark colours. */
export const DARK_STYLES = [
  ':root{color-scheme:light dark}',
  'a:focus-visible{outline:3px solid #0b1f33;outline-offset:3px}',
  '@media (max-width:30rem){.pad{padding-left:20px!important;padding-right:20px!important}',
  '.b{display:block!important;margin:0 0 12px!important;text-align:center}}',
  '@media (prefers-color-scheme:dark){',
  '.bg{background:#0a131c!important}.sheet{background:#152433!important}.head{background:#0b2f50!important}',
  '.ink{color:#f0f5fa!important}.soft{color:#c0cdda!important}.lnk{color:#a9d3f8!important}',
  '.rule{border-color:#34495c!important}.main{background:#9acbf6!important;color:#06182a!important}',
  '.quiet{color:#a9d3f8!important;border-color:#93a5b6!important;background:#152433!important}',
  darkTones,
  'a:focus-visible{outline-color:#fff7e6}}',
].join('');
