// What an application might write. It is only compiled: strictly, and with every lint of the compiler on.
import {
  Mood, OutOfStock, PodHttpError, PodModelError, SampleClient, SeverityProperties,
  type Animal, type Collections, type EverythingInput, type Shape, type Ticket,
} from './client/index.js';

const client = new SampleClient('https://api.example.com/', { auth: { getAuthorization: () => null }, timeoutMs: 1000 });

export async function calls(everything: EverythingInput, signal: AbortSignal): Promise<string> {
  const same = await client.echo.everything({ value: everything }, { signal });
  const moment: Date = same.moment;
  const text: string | null = await client.echo.text();
  const mood: Mood = Mood.happy;
  await client.echo.defaults({ mood });
  const status: 'open' | 'paid' = await client.echo.billing({ line: { text: 'a', amount: '1.5' } });
  await client.modules.billing.invoice.issue({ number: '1', lines: [] });
  // @ts-expect-error a member that has no default cannot be left out
  await client.echo.everything({ value: {} });
  // @ts-expect-error there is no such value
  await client.echo.defaults({ mood: 'angry' });
  return `${moment.toISOString()} ${text} ${status}`;
}

export function kinds(animal: Animal, shape: Shape): string {
  switch (shape.__className__) {
    case 'Circle':
      return `${shape.radius}`;
    case 'Square':
    case 'Cube':
      return shape.color;
  }
  return animal.__className__ === 'Dog' ? `${animal.loud}` : animal.name;
}

export async function streams(): Promise<number> {
  async function* numbers() {
    yield 1;
  }
  for await (const number of client.echo.countdown({ from: 3 })) {
    if (number === 0) {
      break;
    }
  }
  return client.echo.sum({ start: 0, numbers: numbers() });
}

export async function errors(): Promise<string> {
  try {
    await client.echo.fail({ article: 'x' });
    return '';
  } catch (error) {
    if (error instanceof OutOfStock) {
      return `${error.article} ${error.left} ${error.message}`;
    }
    if (error instanceof PodModelError || error instanceof PodHttpError) {
      return error.name;
    }
    throw error;
  }
}

export const set: Set<string> = new Set<Collections['names'][number]>();
export const ticket: Pick<Ticket, 'id'> = { id: null };
export const knows = SeverityProperties;
