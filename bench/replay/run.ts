import { parseArgs } from 'node:util';
import { compare } from './compare.ts';
import { record } from './record.ts';

// Records what a server answers to random questions, and compares what another version answers to the same ones.

const usage = `npm run replay -- record --server URL --seed 1 --count 10000 --output FILE.jsonl.gz
npm run replay -- compare --server URL --input FILE.jsonl.gz [--renames FILE.json] [--show 10]
  record   sends random requests to a server, and keeps them with their answers
  compare  sends them again and tells what is answered otherwise; the exit code is 1 where something is
  --renames  what fields are called now, by their recorded coordinates, e.g. { "GraphNode.id": "nodeId" }
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    server: { type: 'string', default: 'http://127.0.0.1:4000/graphql' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '1000' },
    output: { type: 'string' },
    input: { type: 'string' },
    renames: { type: 'string' },
    show: { type: 'string', default: '10' },
  },
});
const { server, output, input, renames } = values;
const [seed, count, show] = [Number(values.seed), Number(values.count), Number(values.show)];
const areNumbers = [seed, count, show].every((number) => Number.isSafeInteger(number) && number >= 0);
const [command] = positionals;

if (command === 'record' && output !== undefined && areNumbers) {
  process.stdout.write(`${await record({ server, seed, count, output })}\n`);
} else if (command === 'compare' && input !== undefined && areNumbers) {
  const { report, isSame } = await compare({ server, input, renames, show });
  process.stdout.write(`${report}\n`);
  process.exitCode = isSame ? 0 : 1;
} else {
  process.stderr.write(usage);
  process.exitCode = 2;
}
