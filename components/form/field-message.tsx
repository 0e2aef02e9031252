import type { ReactNode } from 'react';
import type { FieldName, PlacePickerProps } from './picker-props.ts';

type Messages = Pick<PlacePickerProps, 'errors' | 'words' | 'icons'>;

/** The message at a field, under the id that the field names; made of words and an icon that came from the server. */
export function fieldMessage(
  { errors, words, icons }: Messages,
  field: FieldName,
  id: string = field,
): ReactNode {
  if (!errors[field]) return undefined;
  return (
    <span className="error" id={`${id}-error`}>
      {icons.error}
      <span>
        <span className="sr">{words.errorPrefix} </span>
        {errors[field]}
      </span>
    </span>
  );
}
