/** Options as they stand on the screen: shuffled by id, and an option that the order does not name stays away. */
export function inOrder<T extends { id: string }>(options: T[], order: string[]): T[] {
  return order.flatMap((id) => options.filter((option) => option.id === id));
}
