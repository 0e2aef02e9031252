'use client';

import { useRef } from 'react';
import { LazyMap } from '#components/map/lazy-map.tsx';
import { fieldMessage } from './field-message.tsx';
import type { PlacePickerProps } from './picker-props.ts';
import { PlaceCombobox } from './place-combobox.tsx';
import { PlaceWays } from './place-ways.tsx';
import { PointFields, ReadBack } from './read-back.tsx';
import { usePickedPoint } from './use-picked-point.ts';

/** "Gdzie to jest?": an address first, other ways below it, the map beside it. Sends plain fields of the form around it. */
export function PlacePicker(props: PlacePickerProps) {
  const { initial, words, icons } = props;
  const root = useRef<HTMLDivElement>(null);
  const picked = usePickedPoint(props, root);
  return (
    <div className="place" ref={root}>
      <div className="place-l">
        {props.heading}
        <Ways props={props} picked={picked} />
      </div>
      <div className="place-r">
        <LazyMap
          point={picked.point}
          tiles={props.tiles}
          words={words.map}
          icons={icons.map}
          onPick={(lat, lng) => picked.put({ lat, lng, approximate: false, from: 'map' })}
        />
        <ReadBack picked={picked} words={words} icon={icons.chosen} />
        <PointFields point={picked.point} initial={initial} alive={picked.alive} />
        {props.actions}
      </div>
    </div>
  );
}

type PartProps = { props: PlacePickerProps; picked: ReturnType<typeof usePickedPoint> };

function Ways({ props, picked }: PartProps) {
  const { initial, words } = props;
  return (
    <>
      <NameField
        props={props}
        picked={picked}
        name="address"
        label={words.address}
        hint={words.addressHint}
      />
      <PlaceWays
        words={words}
        chosen={initial.way}
        description={initial.description}
        errors={{
          here: fieldMessage(props, 'here', 'way-here'),
          map: fieldMessage(props, 'map', 'way-map'),
          description: fieldMessage(props, 'description'),
        }}
        nearby={<NameField props={props} picked={picked} name="nearby" label={words.nearbyLabel} />}
        alive={picked.alive}
        onLocated={({ lat, lng, metres }) =>
          picked.put({ lat, lng, approximate: metres > 100, from: 'here' })
        }
      />
    </>
  );
}

type NameFieldProps = PartProps & {
  name: 'address' | 'nearby';
  label: string;
  hint?: string;
};

/** A field for a name: of the place itself, or of something near it. */
function NameField({ props, picked, name, label, hint }: NameFieldProps) {
  return (
    <PlaceCombobox
      name={name}
      label={label}
      hint={hint}
      error={fieldMessage(props, name)}
      value={props.initial[name]}
      words={props.words}
      districts={props.districts}
      language={props.language}
      icon={props.icons.pin}
      alive={picked.alive}
      onType={() => picked.drop(name)}
      onChoose={(place) => picked.choose(name, place)}
    />
  );
}
