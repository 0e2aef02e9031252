import { describe, expect, it } from 'vitest';
import { cellOf, chosenColumns, findColumns } from './columns.ts';

const find = (headers: string[], values: Record<string, string[]> = {}) => {
  const columns = findColumns(headers, (column) => values[headers[column] ?? ''] ?? []);
  return Object.fromEntries(
    Object.entries(columns).map(([field, found]) => [
      field,
      found.map((column) => headers[column]).join('+'),
    ]),
  );
};

describe('columns by their headers', () => {
  it('of an American city', () => {
    expect(
      find([
        'case_enquiry_id',
        'open_dt',
        'closed_dt',
        'case_status',
        'closure_reason',
        'case_title',
        'subject',
        'reason',
        'type',
        'department',
        'latitude',
        'longitude',
      ]),
    ).toEqual({
      id: 'case_enquiry_id',
      received: 'open_dt',
      ended: 'closed_dt',
      status: 'case_status',
      explanation: 'closure_reason',
      subcategory: 'case_title',
      category: 'subject',
      department: 'department',
      lat: 'latitude',
      lng: 'longitude',
    });
  });

  it('of the open standard for requests', () => {
    expect(
      find([
        'service_request_id',
        'status',
        'status_notes',
        'service_name',
        'service_code',
        'description',
        'agency_responsible',
        'requested_datetime',
        'updated_datetime',
        'address',
        'lat',
        'long',
      ]),
    ).toMatchObject({
      id: 'service_request_id',
      explanation: 'status_notes',
      category: 'service_name',
      text: 'description',
      department: 'agency_responsible',
      received: 'requested_datetime',
      updated: 'updated_datetime',
      lng: 'long',
    });
  });

  it('of a Polish office, whatever stands in brackets', () => {
    expect(
      find([
        'ZGŁOSZENIE_ID',
        'Data zgłoszenia (lokalna)',
        'Szerokość geograficzna',
        'Długość geograficzna',
        'Ulica',
        'Nr domu',
        'E-mail',
      ]),
    ).toEqual({
      received: 'Data zgłoszenia (lokalna)',
      lat: 'Szerokość geograficzna',
      lng: 'Długość geograficzna',
      address: 'Ulica+Nr domu',
    });
  });

  it('reads a street with its number and an hour as Polish registers call them', () => {
    expect(find(['Data zgłoszenia', 'Godz.', 'Ulica i nr', 'Opis'])).toEqual({
      received: 'Data zgłoszenia',
      time: 'Godz.',
      address: 'Ulica i nr',
      text: 'Opis',
    });
  });

  it('takes the number of the case for its own, and a bare number beside a street for the house', () => {
    expect(find(['Nr zgłoszenia', 'Typ sprawy', 'Ulica', 'Nr', 'Szer. geogr.', 'Dł. geogr.'])).toEqual({
      id: 'Nr zgłoszenia',
      category: 'Typ sprawy',
      address: 'Ulica+Nr',
      lat: 'Szer. geogr.',
      lng: 'Dł. geogr.',
    });
    expect(find(['Nr', 'Ulica'])).toEqual({ id: 'Nr', address: 'Ulica' });
  });

  it('tells a kind from a category, and a point from an address, by what stands in them', () => {
    const values = { Typ: ['problem', 'pomysł'], Lokalizacja: ['ul. Długa 12'] };
    expect(find(['Typ', 'Lokalizacja', 'Data'], values)).toMatchObject({
      kind: 'Typ',
      address: 'Lokalizacja',
    });
    const others = { Typ: ['dziura', 'kosz'], Lokalizacja: ['50.06, 19.93'] };
    expect(find(['Typ', 'Lokalizacja', 'Data'], others)).toMatchObject({
      category: 'Typ',
      point: 'Lokalizacja',
    });
  });

  it('never those that say who reported, unless a person names them', () => {
    expect(find(['Imię i nazwisko', 'Telefon', 'email', 'name', 'reporter'])).toEqual({});
  });

  it('a person chooses by header or number', () => {
    expect(chosenColumns({ text: ['#2', 'uwagi'], id: 'NUMER' }, ['Numer', 'Opis', 'Uwagi'])).toEqual({
      text: [1, 2],
      id: [0],
    });
    expect(() => chosenColumns({ text: '#4' }, ['Numer'])).toThrow('There is no column "#4"');
  });

  it('several are joined, and what means nothing is nothing', () => {
    expect(cellOf({ text: [0, 1] }, 'text', ['a', 'b'])).toBe('a\nb');
    expect(cellOf({ address: [0, 1] }, 'address', ['Długa', '12'])).toBe('Długa 12');
    expect(cellOf({ status: [0] }, 'status', [' NULL '])).toBe('');
  });
});
