/** Grouping without Map.groupBy, which browsers in use still lack. */

/** The list kept under a key, put there if there is none. */
export function group<T>(groups: Map<string, T[]>, key: string): T[] {
  const list = groups.get(key) ?? [];
  groups.set(key, list);
  return list;
}
