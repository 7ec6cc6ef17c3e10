import { parseArgs } from 'node:util';
import { isListTimes, type Forms } from './drs/index.mts';
import type { SimulatorOptions } from './index.mts';

/** What `--help` prints. */
export const HELP = `Simulator of Open Telekom Cloud: IAM, DRS v3, and the lists that its users pick from. Loopback only.

npm run simulator -- [options]
  --port <number>            default 8085
  --seed <number>            for everything that happens by chance, default 1
  --speed <number>           how many times faster than usual tasks live, default 10
  --page-size <number>       tasks that a query answers without page_req, default 5
  --token-lifetime <seconds> default 86400
  --token-length <number>    characters of a token, default 36
  --strict                   refuse unknown parameters of a query
  --list-times <zone>        zone of the list's local times, default +08:00; or milliseconds
  --gone <how>               tasks that are gone: refused (default), refusedInMixed, answered
  --unknown-task <code>      DRS.M05003 (default) or DRS.M00289
  --delay-millis             also incre_trans_delay_millis
  --no-percent               process of a pre-check without its percent sign
  --mongo-as-dds             engine mongodb reads back as mongodb-to-dds
  --region-optional          creations without region beside inst_id
  --compares-all             comparisons of any task, not of MySQL recoveries only
  --place-required           connection tests of cloud instances need VPC and subnet
  --precheck-optional        starts without a passed pre-check
  --quiet                    no line for every request
  --help`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

const OPTIONS = {
	port: { ...text, default: '8085' },
	seed: { ...text, default: '1' },
	speed: { ...text, default: '10' },
	'page-size': { ...text, default: '5' },
	'token-lifetime': { ...text, default: '86400' },
	'token-length': { ...text, default: '36' },
	'list-times': { ...text, default: '+08:00' },
	gone: { ...text, default: 'refused' },
	'unknown-task': { ...text, default: 'DRS.M05003' },
	strict: flag,
	'delay-millis': flag,
	'no-percent': flag,
	'mongo-as-dds': flag,
	'region-optional': flag,
	'compares-all': flag,
	'place-required': flag,
	'precheck-optional': flag,
	quiet: flag,
	help: flag,
} as const;

const NUMBERS = ['port', 'seed', 'speed', 'page-size', 'token-lifetime', 'token-length'] as const;
const GONE: readonly string[] = ['refused', 'refusedInMixed', 'answered'];
const UNKNOWN: readonly string[] = ['DRS.M05003', 'DRS.M00289'];

/** What the command line asks for. */
export type Command =
	| { help: true }
	| { problem: string }
	| { options: SimulatorOptions; quiet: boolean };

/** @returns what the words of a command line ask for, or what is wrong with them */
export function readCommandLine(words: readonly string[]): Command {
	const { values } = parseArgs({ args: [...words], options: OPTIONS });
	if (values.help) return { help: true };
	const wrong = NUMBERS.find((name) => !/^\d+$/.test(values[name]));
	if (wrong !== undefined)
		return { problem: `--${wrong} wants a whole number, not "${values[wrong]}".` };
	if (!isListTimes(values['list-times']))
		return { problem: `--list-times wants a zone such as +08:00, or milliseconds.` };
	if (!GONE.includes(values.gone)) return { problem: `--gone wants one of ${GONE.join(', ')}.` };
	if (!UNKNOWN.includes(values['unknown-task']))
		return { problem: `--unknown-task wants one of ${UNKNOWN.join(', ')}.` };
	const forms: Forms = {
		listTimes: values['list-times'],
		gone: values.gone as Forms['gone'],
		unknownTask: values['unknown-task'] as Forms['unknownTask'],
		delayMillis: values['delay-millis'],
		percentSign: !values['no-percent'],
		mongoAsDds: values['mongo-as-dds'],
		regionRequired: !values['region-optional'],
		comparesAll: values['compares-all'],
		placeRequired: values['place-required'],
		precheckRequired: !values['precheck-optional'],
	};
	return {
		quiet: values.quiet,
		options: {
			port: Number(values.port),
			seed: Number(values.seed),
			speed: Number(values.speed),
			pageSize: Number(values['page-size']),
			tokenLifetimeSeconds: Number(values['token-lifetime']),
			tokenLength: Number(values['token-length']),
			strict: values.strict,
			forms,
		},
	};
}
