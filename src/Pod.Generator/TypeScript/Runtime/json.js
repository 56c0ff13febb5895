/** JSON texts whose whole numbers keep all their digits. */

const longNumber = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;
const mark = '\u0000#';

/** Parses a text; whole numbers that a double cannot hold come as text behind a mark, which only `toBigInt` reads. */
export function parse(text) {
  return JSON.parse(text.replace(longNumber, (found) => (found[0] === '"' ? found : `"${mark.replace('\u0000', '\\u0000')}${found}"`)));
}

/** Gives the number behind a mark, or undefined for any other value. */
export function markedDigits(value) {
  return typeof value === 'string' && value.startsWith(mark) ? value.slice(mark.length) : undefined;
}

/** Writes a value; a bigint becomes its digits. */
export function stringify(value) {
  if (typeof value === 'bigint') {
    return value.toString();
  }
  if (Array.isArray(value)) {
    return `[${value.map((item) => (item === undefined ? 'null' : stringify(item))).join(',')}]`;
  }
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).filter(([, item]) => item !== undefined);
    return `{${members.map(([name, item]) => `${JSON.stringify(name)}:${stringify(item)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
