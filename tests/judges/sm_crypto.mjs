// SPDX-License-Identifier: Apache-2.0
// Judges the signatures of OFD files with sm-crypto and compares each layer with what
// `kioskctl document verify --json` says.
//
//   node sm_crypto.mjs KIOSKCTL MODULES FILE.ofd…
//
// Ends with 0 when all agree, 1 when some do not.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';

import { bitsOf, oidOf, publicKeyOf, readArchive, readDer, resolvePath, textOf, valueOf }
  from './package_reader.mjs';

const [kioskctl, modules, ...paths] = process.argv.slice(2);
const { sm2, sm3 } = createRequire(resolve(modules, 'x.js'))('sm-crypto');

const SM3 = ['1.2.156.10197.1.401', 'SM3'];
const SM2_WITH_SM3 = ['1.2.156.10197.1.501', '1.2.156.10197.1.301.1'];
const wrap = (tag, content) => {
  const size = [];
  for (let left = content.length; left > 0; left = Math.floor(left / 256)) size.unshift(left % 256);
  const head = content.length < 128 ? [tag, content.length] : [tag, 0x80 | size.length, ...size];
  return Buffer.concat([Buffer.from(head), content]);
};

const digest = (bytes) => sm3([...bytes]);

/** "ok", "failed", or "unknown" for an algorithm other than SM2 with SM3: left to other judges. */
function matches(signed, value, certificate, algorithm) {
  if (!SM2_WITH_SM3.includes(algorithm)) return 'unknown';
  const right = sm2.doVerifySignature([...signed], valueOf(value), publicKeyOf(certificate),
    { hash: true, der: false });
  return right ? 'ok' : 'failed';
}

function judgeReferences(files, path, xml) {
  const method = /CheckMethod="([^"]*)"/.exec(xml)?.[1];
  if (!SM3.includes(method)) return 'unknown';
  const references = [...xml.matchAll(
    /FileRef="([^"]*)"[^>]*>\s*<(?:\w+:)?CheckValue>\s*([^<]*?)\s*</g)];
  const right = references.every(([, reference, wanted]) => {
    const content = files.get(resolvePath(path, reference)) ?? files.get(resolvePath('', reference));
    return content && digest(content) === Buffer.from(wanted, 'base64').toString('hex');
  });
  return right ? 'ok' : 'failed';
}

/** A seal's value names the Signature.xml it was made for: by path, or in a vendor's JSON. */
function judgeData(stated, xml, property, path) {
  if (stated.toString('hex') !== digest(xml)) return 'failed';
  const named = property.startsWith('{') ? JSON.parse(property).Entry : property;
  if (typeof named !== 'string' || !named) return 'unknown';
  return resolvePath('', named) === path ? 'ok' : 'failed';
}

/** GB/T 38540 and GM/T 0031: an electronic seal within what is signed. */
function judgeSes(outer, xml, path) {
  const [toSign, ...rest] = outer.members;
  const inner = toSign.members;
  if (inner[0].content[0] > 5) return {}; // a version that means we do not know what
  const old = outer.members.length === 2;
  const [certificate, algorithm] = old ? inner.slice(5, 7) : rest;
  const [info, ...makers] = inner[1].members;
  const [maker, makerAlgorithm, makerValue] = makers.length === 1 ? makers[0].members : makers;
  const bySeal = makers.length === 1
    ? wrap(0x30, Buffer.concat([info.whole, maker.whole, makerAlgorithm.whole])) : info.whole;
  return {
    dataHash: SM2_WITH_SM3.includes(oidOf(algorithm)) // it names the data's digest, too
      ? judgeData(bitsOf(inner[3]), xml, inner[4].content.toString('utf8').trim(), path)
      : 'unknown',
    signature: matches(toSign.whole, bitsOf(rest[old ? 0 : 2]), certificate.content,
      oidOf(algorithm)),
    sealSignature: matches(bySeal, bitsOf(makerValue), maker.content, oidOf(makerAlgorithm)),
  };
}

/** Of those carried along, the certificate with the signer's issuer and serial number. */
function certificateOf(signer, carried) {
  const [issuer, serial] = signer[1].members;
  return carried.find((certificate) => {
    const fields = certificate.members[0].members;
    return fields[1].whole.equals(serial.whole) && fields[3].whole.equals(issuer.whole);
  }).whole;
}

/** RFC 5652 and GB/T 35275 have identifiers of their own for plain data. */
const DATA = ['1.2.840.113549.1.7.1', '1.2.156.10197.6.1.4.2.1'];
const sameType = (a, b) => a === b || (DATA.includes(a) && DATA.includes(b));

/** GB/T 35275: attributes signed as a SET, or the digest itself as content. */
function judgeCms(outer, xml) {
  const signedData = outer.members[1].members[0].members;
  if (signedData.at(-1).members.length !== 1) return {}; // several signers
  const signer = signedData.at(-1).members[0].members;
  const certificate = certificateOf(signer,
    signedData.find((member) => member.tag === 0xa0).members);
  if (!SM3.includes(oidOf(signer[2].members[0]))) return {};
  const attributes = signer.find((member) => member.tag === 0xa0);
  const typeStated = attributes?.members.find((a) => oidOf(a.members[0]) === '1.2.840.113549.1.9.3');
  const typeAgrees = !typeStated ||
    sameType(oidOf(typeStated.members[1].members[0]), oidOf(signedData[2].members[0]));
  const value = signer.find((member) => member.tag === 0x04).content;
  const algorithm = signer[signer.findIndex((member) => member.tag === 0x04) - 1].members[0];
  const content = signedData[2].members[1]?.members[0].content;
  const stated = attributes?.members.find((a) => oidOf(a.members[0]) === '1.2.840.113549.1.9.4')
    .members[1].members[0].content ?? content;
  const signed = attributes
    ? Buffer.concat([Buffer.from([0x31]), attributes.whole.subarray(1)]) : content;
  return {
    dataHash: stated.toString('hex') === digest(xml) ? 'ok' : 'failed',
    signature: typeAgrees ? matches(signed, value, certificate, oidOf(algorithm)) : 'failed',
  };
}

function judgeSignature(files, path) {
  const xml = files.get(path);
  const text = xml.toString('utf8');
  const layers = { references: judgeReferences(files, path, text) };
  const value = files.get(resolvePath(path, textOf(text, 'SignedValue')));
  const outer = readDer(value);
  if (outer.members[0].tag === 0x30) return { ...layers, ...judgeSes(outer, xml, path) };
  if (outer.members[0].tag === 0x06) return { ...layers, ...judgeCms(outer, xml) };
  return layers; // a bare value names nobody to hold it against
}

function judgeFile(path) {
  const files = readArchive(readFileSync(path));
  const list = textOf(files.get('OFD.xml').toString('utf8'), 'Signatures');
  if (!list) return [];
  const listPath = resolvePath('', list);
  const entries = (files.get(listPath) ?? '').toString('utf8').matchAll(/BaseLoc="([^"]*)"/g);
  return [...entries].map(([, reference]) => judgeSignature(files, resolvePath(listPath, reference)));
}

function kioskSays(path) {
  try {
    return JSON.parse(execFileSync(kioskctl, ['document', 'verify', path, '--json']));
  } catch (failure) {
    return JSON.parse(failure.stdout); // a code other than 0 tells the verdict
  }
}

let compared = 0;
let differing = 0;
let left = 0;
let unread = 0;
for (const path of paths) {
  const said = kioskSays(path).signatures;
  let judged;
  try {
    judged = judgeFile(path);
  } catch (problem) {
    unread += 1;
    console.log(`not read by the judge: ${basename(path)}: ${problem.message}`);
    continue;
  }
  judged.forEach((layers, i) => {
    for (const [layer, state] of Object.entries(layers)) {
      if (state === 'unknown') {
        left += 1;
        continue;
      }
      compared += 1;
      if (said[i]?.[layer] === state) continue;
      differing += 1;
      console.log(`${basename(path)} signature ${i + 1}: ${layer} is ${state}, kiosk ${said[i]?.[layer]}`);
    }
  });
}
console.log(`${paths.length} files, ${compared} layers compared, ${differing} differ, ` +
  `${left} left to other judges, ${unread} files not read by the judge`);
process.exit(differing === 0 && compared > 0 ? 0 : 1);
