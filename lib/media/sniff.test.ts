import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { typeOfBytes, typeOfFile } from './sniff.ts';

const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#3366cc' } });
const jpeg = await picture.clone().jpeg().toBuffer();
const png = await picture.clone().png().toBuffer();
const webp = await picture.clone().webp().toBuffer();

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const heic = (brand: string) => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1heic`, 'latin1');
/** A JPEG whose comment segment holds other content, right behind its first marker. */
const withComment = (comment: string) => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(comment.length + 2);
  return Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xfe]),
    length,
    Buffer.from(comment),
    jpeg.subarray(2),
  ]);
};

describe('telling pictures by their bytes', () => {
  it.each([
    ['JPEG', jpeg],
    ['PNG', png],
    ['WEBP', webp],
  ])('knows a %s', (type, bytes) => expect(typeOfBytes(bytes)).toBe(type));

  it.each(['heic', 'heix', 'hevc', 'mif1', 'msf1'])(
    'knows a photo of a phone with the brand %s as HEIC',
    (brand) => expect(typeOfBytes(heic(brand))).toBe('HEIC'),
  );

  it.each([
    ['an SVG', Buffer.from(SVG)],
    ['an SVG behind an XML declaration', Buffer.from(`<?xml version="1.0"?>${SVG}`)],
    ['a GIF', Buffer.from('GIF89a\x01\0\x01\0', 'latin1')],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['an AVIF', heic('avif')],
    ['a video', heic('isom')],
    ['a TIFF', Buffer.from('II*\0\x08\0\0\0', 'latin1')],
    ['a program', Buffer.from('MZ\x90\0', 'latin1')],
    ['nothing', Buffer.alloc(0)],
    ['two bytes', Buffer.from([0xff, 0xd8])],
  ])('takes %s for no photo', (_what, bytes) => expect(typeOfBytes(bytes)).toBe('OTHER'));

  it.each([
    ['a page in its comment', withComment('<html><script>alert(1)</script>')],
    ['a script in its comment', withComment('/*<SCRIPT >*/')],
    ['a PDF in its comment', withComment('%PDF-1.4')],
    ['PHP in its comment', withComment('<?php system($_GET[1]);')],
    ['a page at its end', Buffer.concat([jpeg, Buffer.from('<!DOCTYPE html><p>x')])],
    ['an SVG at its end', Buffer.concat([jpeg, Buffer.from(SVG)])],
    ['an archive at its end', Buffer.concat([jpeg, Buffer.from('PK\x05\x06\0\0\0\0', 'latin1')])],
  ])('refuses a photo with %s', (_what, bytes) => expect(typeOfBytes(bytes)).toBe('OTHER'));

  it('takes a photo with what phones add to it: a description and a second, moving picture', () => {
    const xmp = withComment('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF></rdf:RDF></x:xmpmeta>');
    const moving = Buffer.concat([xmp, heic('mp42'), Buffer.alloc(50_000, 0x5a)]);
    expect(typeOfBytes(moving)).toBe('JPEG');
  });
});

describe('telling files by their ends', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kontakt-sniff-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['a short photo', jpeg, 'JPEG'],
    ['a long photo', Buffer.concat([jpeg, Buffer.alloc(100_000)]), 'JPEG'],
    [
      'a long photo with a page at its end',
      Buffer.concat([jpeg, Buffer.alloc(100_000), Buffer.from('</script>')]),
      'OTHER',
    ],
    ['an SVG called .jpg', Buffer.from(SVG), 'OTHER'],
    ['an empty file', Buffer.alloc(0), 'OTHER'],
  ])('reads %s', async (_what, bytes, type) => {
    const file = path.join(folder, 'zdjęcie.jpg');
    writeFileSync(file, bytes);
    expect(await typeOfFile(file)).toBe(type);
  });
});
