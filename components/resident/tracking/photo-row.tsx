import { useTranslations } from 'next-intl';
import type { PhotoDto } from '#lib/media/dto.ts';

/** Photos of a case; one that is being prepared or could not be read says so in words. */
export function PhotoRow({ photos, alt, caption }: { photos: PhotoDto[]; alt: string; caption?: string }) {
  const t = useTranslations('tracking.photo');
  if (photos.length === 0) return null;
  return (
    <ul className="photo-row list-plain">
      {photos.map((photo, index) => (
        <li key={photo.id}>
          <figure>
            {photo.thumb && photo.view ? (
              <a className="photo" href={photo.view}>
                {/* biome-ignore lint/performance/noImgElement: our own pictures, already in the right size */}
                <img
                  src={photo.thumb}
                  alt={t('alt', { what: alt, number: index + 1 })}
                  loading="lazy"
                  width={320}
                  height={240}
                />
              </a>
            ) : (
              <p className="meta photo-note">{photo.state === 'FAILED' ? t('failed') : t('waiting')}</p>
            )}
            {caption && <figcaption>{caption}</figcaption>}
          </figure>
        </li>
      ))}
    </ul>
  );
}
