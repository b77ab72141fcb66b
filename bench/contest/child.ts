/** A contender's process: node child.js SPEC FOLDER-OF-PEERS. It does what it is sent, one thing at a time. */
import type { Spec } from './contender.ts';
import { make } from './make.ts';
import { nodePlace } from './nodePlace.ts';
import { Side } from './side.ts';
import type { Answer, Request } from './hosts.ts';

const [spec, peers] = process.argv.slice(2);
const side = make(nodePlace(peers!), JSON.parse(spec!) as Spec).then((contender) => new Side(contender));
// What fails is told to whoever asks first.
side.catch(() => {});

async function answer({ method, args }: Request): Promise<Answer> {
  try {
    const own = await side;
    return { value: await (own[method] as (...all: unknown[]) => unknown)(...args) };
  } catch (cause) {
    return { error: cause instanceof Error ? (cause.stack ?? cause.message) : JSON.stringify(cause) };
  }
}

process.on('message', (request: Request) => void answer(request).then((reply) => process.send!(reply)));
process.on('disconnect', () => process.exit());
