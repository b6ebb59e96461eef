/** A preset's name as that of a file: letters, digits and what is harmless everywhere; none disguises its ending. */
export function fileName(name: string): string {
  return (
    name
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^[-.]+|[-.]+$/g, '')
      .slice(0, 80) || 'preset'
  );
}
