import type { ReactNode } from 'react';

/** The mark: the arcade with its amber keystone. Beside the portal's name. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 48 40" aria-hidden="true" focusable="false">
      <path
        className="mk"
        fillRule="evenodd"
        d="M6 0h36a6 6 0 0 1 6 6v34H0V6a6 6 0 0 1 6-6zM5 40h9V24a4.5 4.5 0 0 0-9 0zM18.5 40h11V19a5.5 5.5 0 0 0-11 0zM34 40h9V24a4.5 4.5 0 0 0-9 0z"
      />
      <path className="mk-a" d="M21.5 7h5l-.9 6h-3.2z" />
    </svg>
  );
}

/** The open door with an icon in it: the three doors of the home page and the error pages, nowhere else. */
export function Arch({ children }: { children?: ReactNode }) {
  return (
    <span className="arch" aria-hidden="true">
      <svg viewBox="0 0 132 132" focusable="false" aria-hidden="true">
        <path className="a-in" d="M24 124V66a42 42 0 0 1 84 0v58z" />
        <path className="a-stone" d="M10 124V66a56 56 0 0 1 112 0v58h-16V66a40 40 0 0 0-80 0v58z" />
        <path className="a-joint" d="M66 26V10M38 38 26 27M94 38l12-11" />
        <path className="a-cap" d="M5 66h26v8H5zM101 66h26v8h-26zM0 122h132v10H0z" />
        <path className="a-key" d="M55 6h22l-4 24H59z" />
      </svg>
      {children}
    </span>
  );
}
