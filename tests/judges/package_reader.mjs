// SPDX-License-Identifier: Apache-2.0
// Reads what a judge needs of an OFD file: its own ZIP and DER, so that nothing is shared with the
// code it judges.
import { inflateRawSync } from 'node:zlib';

/** The files of an archive by their names. */
export function readArchive(bytes) {
  const files = new Map();
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const method = bytes.readUInt16LE(at + 10);
    const size = bytes.readUInt32LE(at + 20);
    const nameLength = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(data, data + size);
    files.set(name, method === 0 ? packed : inflateRawSync(packed));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
}

/** One element of DER: its tag, the whole of it, its content, and its members. */
export function readDer(bytes) {
  let length = bytes[1];
  let header = 2;
  if (length & 0x80) {
    header += length & 0x7f;
    length = 0;
    for (let i = 2; i < header; i += 1) length = length * 256 + bytes[i];
  }
  if (!(header + length <= bytes.length)) throw new Error('DER cut short');
  const content = bytes.subarray(header, header + length);
  return {
    tag: bytes[0],
    whole: bytes.subarray(0, header + length),
    content,
    get members() {
      const members = [];
      for (let rest = content; rest.length > 0; ) {
        const member = readDer(rest);
        members.push(member);
        rest = rest.subarray(member.whole.length);
      }
      return members;
    },
  };
}

/** The bits of a BIT STRING, which have no unused ones here. */
export const bitsOf = (element) => element.content.subarray(1);

/** "1.2.156.10197.1.501" */
export function oidOf(element) {
  const numbers = [];
  let value = 0;
  for (const byte of element.content) {
    value = value * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    if (numbers.length === 0) numbers.push(Math.min(Math.floor(value / 40), 2));
    numbers.push(numbers.length === 1 ? value - numbers[0] * 40 : value);
    value = 0;
  }
  return numbers.join('.');
}

/** The public point of a certificate, uncompressed, in hexadecimal. */
export function publicKeyOf(certificate) {
  const members = readDer(certificate).members[0].members;
  const key = members.find((member, i) => i > 3 && member.tag === 0x30 &&
    member.members.length === 2 && member.members[1].tag === 0x03);
  return bitsOf(key.members[1]).toString('hex');
}

/** r and s as 64 bytes in hexadecimal, from DER or from the raw form. */
export function valueOf(bytes) {
  if (bytes.length === 64) return bytes.toString('hex');
  return readDer(bytes).members
    .map((number) => number.content.toString('hex').replace(/^(00)+/, '').padStart(64, '0'))
    .join('');
}

/** The first text of a local element name, or an attribute's, whatever the prefix. */
export function textOf(xml, name) {
  return new RegExp(`<(?:\\w+:)?${name}[^>]*>\\s*([^<]*?)\\s*<`).exec(xml)?.[1];
}

/** The path a reference means: a leading slash is the root, else the folder it stands in. */
export function resolvePath(from, reference) {
  const steps = reference.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of reference.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
