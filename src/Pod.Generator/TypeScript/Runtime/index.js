export * from './client.js';
export * from './errors.js';
export * as codecs from './codecs.js';
export { ModelRegistry, dynamic, model } from './models.js';
