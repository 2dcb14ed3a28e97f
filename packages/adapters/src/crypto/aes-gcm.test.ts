import { describe, expect, test } from '@jest/globals';
import { openBytes, sealBytes } from './aes-gcm.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(/\s/g, ''), 'hex');

describe('AES-256-GCM', () => {
  test("opens test case 16 of the algorithm's authors (McGrew and Viega)", () => {
    const key = hex('feffe9928665731c6d6a8f9467308308 feffe9928665731c6d6a8f9467308308');
    const nonce = 'cafebabefacedbaddecaf888';
    const ciphertext = `522dc1f099567d07f47f37a32a84427d 643a8cdcbfe5c0c97598a2bd2555d1aa
      8cb08e48590dbb3da7b08b1056828838 c5f61e6393ba7a0abcc9f662`;
    const tag = '76fc6ece0f4e1768cddf8853bb2d551b';
    const context = hex('feedfacedeadbeeffeedfacedeadbeef abaddad2');
    expect(openBytes(key, hex(nonce + ciphertext + tag), context)).toEqual(
      hex(`d9313225f88406e5a55909c5aff5269a 86a7a9531534f7da2e4c303d8a318a72
        1c3c0c95956809532fcf0e2449a6b525 b16aedf5aa0de657ba637b39`),
    );
  });

  const key = Buffer.alloc(32, 7);
  const context = Buffer.from('owner');
  const plain = Buffer.from('a secret');

  test('opens what it sealed', () => {
    expect(openBytes(key, sealBytes(key, plain, context), context)).toEqual(plain);
    expect(openBytes(key, sealBytes(key, Buffer.of(), context), context)).toEqual(Buffer.of());
  });

  test('seals the same differently each time', () => {
    const [a, b] = [sealBytes(key, plain, context), sealBytes(key, plain, context)];
    expect(Buffer.from(a).subarray(0, 12)).not.toEqual(Buffer.from(b).subarray(0, 12));
    expect(a).not.toEqual(b);
  });

  test('opens nothing of which a single bit is another one', () => {
    const sealed = sealBytes(key, plain, context);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const forged = Buffer.from(sealed);
      const at = bit >> 3;
      forged[at] = (forged[at] ?? 0) ^ (1 << (bit & 7));
      expect(() => openBytes(key, forged, context)).toThrow();
    }
  });

  test('opens nothing that was cut, even to nothing at all', () => {
    const sealed = sealBytes(key, plain, context);
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => openBytes(key, sealed.subarray(0, length), context)).toThrow();
  });
});
