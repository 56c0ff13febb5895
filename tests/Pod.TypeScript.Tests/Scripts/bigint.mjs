// node bigint.mjs <address>, likewise with Deno and Bun: what a client made with '--int64 bigint' does with numbers that a double cannot hold.
import assert from 'node:assert/strict';
import process from 'node:process';
import { SampleClient } from './big/index.js';

const [address] = process.argv.slice(2);
const client = new SampleClient(address);
const largest = 9_223_372_036_854_775_807n;
assert.match(await client.echo.defaults({ big: largest }), /9223372036854775807/);
const value = {
  flag: true, small: 1, number: 1, big: -9_007_199_254_740_993n, bigN: largest, single: 1, real: 1, money: '1', text: '', moment: new Date(0), moments: new Date(0),
  day: '2026-01-31', time: '08:00:00', span: 1, guid: '11111111-2222-3333-4444-555555555555', bytes: new Uint8Array(), link: 'a', huge: '1', mood: 'happy', level: 0,
};
const same = await client.echo.everything({ value });
assert.deepEqual([same.big, same.bigN], [value.big, value.bigN]);
await assert.rejects(async () => client.echo.defaults({ big: 1 }), { name: 'PodProtocolError' });
