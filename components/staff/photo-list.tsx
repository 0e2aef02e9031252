import { useTranslations } from 'next-intl';
import type { PhotoDto } from '#lib/media/dto.ts';

type PhotoListProps = { photos: PhotoDto[]; reference: string };

/** Photos with what the public sees of each; one that is not ready or failed says so. */
export function PhotoList({ photos, reference }: PhotoListProps) {
  if (photos.length === 0) return null;
  return (
    <ul className="s-photos list-plain">
      {photos.map((photo, index) => (
        <li key={photo.id}>
          <StaffPhoto photo={photo} number={index + 1} reference={reference} />
        </li>
      ))}
    </ul>
  );
}

type StaffPhotoProps = { photo: PhotoDto; number: number; reference: string };

function StaffPhoto({ photo, number, reference }: StaffPhotoProps) {
  const t = useTranslations('staff.case');
  const failures = useTranslations('media');
  if (!photo.thumb || !photo.view) {
    return (
      <p className="s-photo-none meta">
        {photo.failure ? failures(`failure.${photo.failure}`) : t('photoPreparing')}
      </p>
    );
  }
  return (
    <figure className="photo-f">
      <a className="photo" href={photo.view}>
        {/* biome-ignore lint/performance/noImgElement: our own pictures, already in the right size */}
        <img src={photo.thumb} alt={t('photoAlt', { number, reference })} loading="lazy" />
        <span className="sr">{t('enlarge', { number })}</span>
      </a>
      <figcaption>{photo.released ? t('photoPublic') : t('photoHeld')}</figcaption>
    </figure>
  );
}
