import fc from 'fast-check';
import { EmbeddedJWK, flattenedVerify } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { small } from '../course/course.fixture';
import { canonical } from '../log/canonical';
import { encodedHeader, keyIn, type Jwk } from './key';
import { newKey } from './key.fixture';
import { allRight, recordOf, sitting } from './record.fixture';
import { publicOf, sign, verify } from './signature';

describe('a signature', () => {
  it('holds for what was signed, with the key of its header', async () => {
    const key = await newKey();
    const record = recordOf(sitting(small, allRight));
    const file = await sign(record, key);
    expect(file.record).toBe(record);
    expect(keyIn(file.protected, 'nwyt-record')).toEqual(await publicOf(key));
    expect(await verify(file)).toEqual({ state: 'met' });
  });

  it('does not hold under a header that is not ours', async () => {
    const file = await sign(recordOf(sitting(small, allRight)), await newKey());
    const code = encodedHeader('nwyt-code', keyIn(file.protected, 'nwyt-record') as Jwk);
    for (const header of ['', 'x', code]) {
      expect(await verify({ ...file, protected: header })).toEqual({ state: 'unmet' });
    }
  });

  it('holds where jose says so, whatever was changed', async () => {
    const record = recordOf(sitting(small, allRight));
    const [own, other] = [await sign(record, await newKey()), await sign(record, await newKey())];
    const changed = (text: string) =>
      fc
        .tuple(fc.nat(text.length), fc.constantFrom('', 'A', 'w', '_', '=', '+', ' ', 'é'))
        .map(([at, put]) => text.slice(0, at) + put + text.slice(at + 1));
    let held = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(own.protected, other.protected), changed(own.protected)),
        fc.oneof(fc.constantFrom(own.signature, other.signature), changed(own.signature)),
        fc.constantFrom(record, { ...record, device: 'another' }),
        async (header, signature, record) => {
          const jws = { protected: header, payload: new TextEncoder().encode(canonical(record)), signature };
          const told = flattenedVerify(jws, EmbeddedJWK, { algorithms: ['ES256'] });
          const isSigned = await told.then(
            () => keyIn(header, 'nwyt-record') !== null,
            () => false,
          );
          expect((await verify({ protected: header, record, signature })).state === 'met').toBe(isSigned);
          if (isSigned) held += 1;
        },
      ),
      { numRuns: 300 },
    );
    expect(held).toBeGreaterThan(10);
  });

  it.each([[undefined], [{}]])('cannot be told where a browser has %j for WebCrypto', async (crypto) => {
    const file = await sign(recordOf(sitting(small, allRight)), await newKey());
    vi.stubGlobal('crypto', crypto);
    const verified = await verify(file).finally(() => vi.unstubAllGlobals());
    expect(verified).toEqual({ state: 'unknown', why: 'no-crypto' });
  });
});

describe('the key of a signature', () => {
  it('is the public half of a P-256 pair, and no member besides', async () => {
    const key = await newKey();
    const { crv, kty, x, y } = await crypto.subtle.exportKey('jwk', key.publicKey);
    expect(await publicOf(key)).toStrictEqual({ crv, kty, x, y });
  });

  it.each([
    [{ name: 'ECDSA', namedCurve: 'P-384' }],
    [
      {
        name: 'RSASSA-PKCS1-v1_5',
        modulusLength: 1024,
        publicExponent: Uint8Array.of(1, 0, 1),
        hash: 'SHA-256',
      },
    ],
  ])('is no other: %j', async (algorithm) => {
    const key = (await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])) as CryptoKeyPair;
    await expect(sign(recordOf(sitting(small, allRight)), key)).rejects.toThrow('P-256');
  });
});
