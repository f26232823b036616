export { type DataStreamParts, writeDataStream } from './collection.js';
