import { Link } from './link.tsx';

export type TabItem = { href: string; label: string; current?: boolean; count?: number };

/** Views beside each other; each has its own address. */
export function Tabs({ items, label }: { items: TabItem[]; label: string }) {
  return (
    <nav aria-label={label}>
      <ul className="tabs">
        {items.map((item) => (
          <li key={item.href}>
            <Link href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
              {item.count !== undefined && <b>{item.count}</b>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
