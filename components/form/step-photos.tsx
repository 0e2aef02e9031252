import { CameraIcon, ImagesIcon, WarningCircleIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import { classNames } from '#components/ui/class-names.ts';
import { FieldNotes } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { DraftView } from '#lib/filing/dto.ts';
import { MAX_PHOTO_MEGABYTES, MAX_PHOTOS, PHOTO_TYPES } from '#lib/media/schema.ts';
import { PhotoFields } from './photo-fields.tsx';
import type { PhotoWords } from './photo-words.ts';

const WORDS = [
  'list',
  'one',
  'processing',
  'failed',
  'ready',
  'remove',
  'removeWhat',
  'sending',
  'waiting',
  'broken',
  'retry',
  'full',
  'camera',
  'pick',
  'pickHint',
  'add',
] as const satisfies (keyof PhotoWords)[];

/** Photos: what they may show is said before they are chosen. */
export function PhotosStep({ draft, problems }: { draft: DraftView; problems: string[] }) {
  const t = useTranslations('filing.photos');
  const kind = useTranslations(`kinds.${draft.kind}`);
  const words = Object.fromEntries(WORDS.map((name) => [name, t.raw(name)])) as PhotoWords;
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="lead">{kind('photos.lead', { most: MAX_PHOTOS, megabytes: MAX_PHOTO_MEGABYTES })}</p>
      <p id="photo-rules">{kind('photos.rules')}</p>
      <div className={classNames('photo-step', problems.length > 0 && 'field-error')}>
        {problems.map((problem, index) => (
          <FieldNotes key={problem} id={`photos-problem-${index}`} error={problem} />
        ))}
        <PhotoFields
          draftId={draft.id}
          photos={draft.photos}
          most={MAX_PHOTOS}
          accept={PHOTO_TYPES.join(',')}
          words={words}
          icons={{
            camera: <Icon of={CameraIcon} />,
            pick: <Icon of={ImagesIcon} />,
            error: <Icon of={WarningCircleIcon} weight="fill" />,
          }}
          describedBy="photo-rules"
          invalid={problems.length > 0}
        />
      </div>
    </>
  );
}
