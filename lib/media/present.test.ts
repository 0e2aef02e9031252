import { describe, expect, it, vi } from 'vitest';
import { type PhotoRow, photoDto } from './present.ts';

vi.mock('#lib/platform/env.ts', () => ({ env: { keys: { media: 'a key' } } }));

const at = new Date('2026-05-04T10:00:00Z');
const READY: PhotoRow = {
  id: '3f2c1d5e-8a4b-4c6d-9e7f-0a1b2c3d4e5f',
  state: 'READY',
  failure: null,
  width: 1600,
  height: 1200,
  purpose: 'REPORT',
  releasedAt: null,
  hiddenAt: null,
};

describe('a photo through the eyes of', () => {
  it.each(['owner', 'reporter'] as const)('its %s: an address that opens without an account', (viewer) => {
    const photo = photoDto(READY, viewer);
    expect(photo).toMatchObject({ state: 'READY', width: 1600, height: 1200, released: false });
    expect(photo.thumb).toContain(`/media/${READY.id}/thumb?t=`);
    expect(photo.view).toContain(`/media/${READY.id}/view?t=`);
  });

  it('staff: a plain address, where they are asked who they are', () => {
    expect(photoDto(READY, 'staff')).toMatchObject({
      thumb: `/media/${READY.id}/thumb`,
      view: `/media/${READY.id}/view`,
    });
  });

  it('the public: nothing, until it is released and after it is hidden', () => {
    expect(photoDto(READY, 'public')).toMatchObject({ thumb: null, view: null });
    expect(photoDto({ ...READY, releasedAt: at }, 'public').view).toBe(`/media/${READY.id}/view`);
    expect(photoDto({ ...READY, releasedAt: at, hiddenAt: at }, 'public')).toMatchObject({
      view: null,
      released: false,
    });
  });

  it.each(['reporter', 'staff', 'public'] as const)('%s: no picture while there is none', (viewer) => {
    const waiting = photoDto({ ...READY, state: 'RECEIVED', releasedAt: at }, viewer);
    expect(waiting).toMatchObject({ state: 'RECEIVED', thumb: null, view: null });
    const failed = photoDto({ ...READY, state: 'FAILED', failure: 'UNREADABLE', releasedAt: at }, viewer);
    expect(failed).toMatchObject({ state: 'FAILED', failure: 'UNREADABLE', thumb: null, view: null });
  });

  it('nobody: columns that are not theirs', () => {
    const row = { ...READY, sha256: 'secret', submissionId: 'secret' };
    expect(JSON.stringify(photoDto(row, 'public'))).not.toContain('secret');
  });
});
