import { Box, Table } from '@mantine/core';

/** A number in words, and under it a bar as long as its share of the largest. */
export function BarCell({ text, value, of }: { text: string; value: number | null; of: number }) {
  return (
    <Table.Td>
      {text}
      <Bar share={of > 0 ? ((value ?? 0) / of) * 100 : 0} />
    </Table.Td>
  );
}

/** A share in percent; the number itself stands beside it. */
export function Bar({ share }: { share: number }) {
  return <Box aria-hidden mt={4} h={6} w={`${share}%`} bg="indigo.5" style={{ borderRadius: 3 }} />;
}
