// Runs scenario files with the generated client, in Node and in browsers. Values stand in the files as on the wire: the client's own codecs make values of
// them and write down what comes back.

/** Runs all scenarios and gives for each what it came to: `{ result }`, `{ items }` or `{ error }`. */
export async function runAll(client, models, scenarios) {
  const outcomes = [];
  for (const scenario of scenarios) {
    outcomes.push(await run(client, models, scenario));
  }
  return outcomes;
}

async function run(client, models, { call, args, item, returns }) {
  const [endpoint, method] = call.split('.');
  const values = Object.fromEntries(Object.entries(args ?? {}).map(([name, value]) => [name, read(models, value)]));
  const write = (value, type) => (type && value !== null ? models[`${type}Codec`].write(value, '$') : plain(value));
  try {
    const answer = client[endpoint][method](values);
    if (item === undefined) {
      return { result: write(await answer, returns) };
    }
    const items = [];
    for await (const value of answer) {
      items.push(write(value, item));
    }
    return { items };
  } catch (error) {
    return { error: describe(error) };
  }
}

// { "$model": "place", "json": … } is a model, { "$stream": [ … ] } a stream, anything else itself.
function read(models, value) {
  if (value?.$model) {
    return models[`${value.$model}Codec`].read(value.json, '$');
  }
  return value?.$stream ? iterate(value.$stream.map((element) => read(models, element))) : value;
}

function plain(value) {
  return value instanceof Uint8Array ? btoa(String.fromCharCode(...value)) : (value ?? null);
}

async function* iterate(values) {
  yield* values;
}

function describe(error) {
  const { name, status, article, left } = error;
  return status ? { status } : article ? { type: name, article, left } : { type: name };
}
