// node node.mjs <address> <scenario file>: prints the outcomes as JSON.
import { readFile } from 'node:fs/promises';
import { WebSocket } from 'ws';
import { SampleClient } from './client/index.js';
import * as models from './client/models.js';
import { runAll } from './scenarios.mjs';

const [address, file] = process.argv.slice(2);
const client = new SampleClient(address, { webSocket: WebSocket });
console.log(JSON.stringify(await runAll(client, models, JSON.parse(await readFile(file, 'utf8')))));
client.close();
