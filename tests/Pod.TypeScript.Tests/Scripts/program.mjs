// node program.mjs <address> <scenario file>, likewise with Deno and Bun: prints the outcomes as JSON.
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { SampleClient } from './client/index.js';
import * as models from './client/models.js';
import { runAll } from './scenarios.mjs';

const [address, file] = process.argv.slice(2);
// Only Node before version 22 has to be given one.
const client = new SampleClient(address, globalThis.WebSocket ? {} : { webSocket: (await import('ws')).WebSocket });
console.log(JSON.stringify(await runAll(client, models, JSON.parse(await readFile(file, 'utf8')))));
client.close();
