import type { CategoryGroupDto } from '#lib/directory/dto.ts';

/** Every category as an option of a select, in its group. */
export function CategoryOptions({ groups }: { groups: CategoryGroupDto[] }) {
  return groups.map((group) => (
    <optgroup key={group.code} label={group.name}>
      {group.categories.map((category) => (
        <option key={category.code} value={category.code}>
          {category.name}
        </option>
      ))}
    </optgroup>
  ));
}
