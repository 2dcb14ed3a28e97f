/** Where a request comes from. When its connection is gone already, nobody knows any more. */
export function addressOf({ ip }: { readonly ip: string | undefined }): string {
  return ip ?? 'unknown';
}
