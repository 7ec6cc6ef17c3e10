import { parseArgs } from 'node:util';
import { startSimulator } from './index.mts';

const HELP = `Simulator of Open Telekom Cloud: IAM, DRS v3, and the lists that its users pick from. Loopback only.

npm run simulator -- [options]
  --port <number>            default 8085
  --seed <number>            for everything that happens by chance, default 1
  --speed <number>           how many times faster than usual tasks live, default 10
  --page-size <number>       tasks that a query answers without page_req, default 5
  --token-lifetime <seconds> default 86400
  --quiet                    no line for every request
  --help`;

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '8085' },
		seed: { type: 'string', default: '1' },
		speed: { type: 'string', default: '10' },
		'page-size': { type: 'string', default: '5' },
		'token-lifetime': { type: 'string', default: '86400' },
		quiet: { type: 'boolean', default: false },
		help: { type: 'boolean', default: false },
	},
});

const NUMBERS = ['port', 'seed', 'speed', 'page-size', 'token-lifetime'] as const;
const wrong = NUMBERS.find((name) => !/^\d+$/.test(values[name]));

if (values.help) {
	console.log(HELP);
} else if (wrong !== undefined) {
	console.error(`--${wrong} wants a whole number, not "${values[wrong]}".`);
	process.exitCode = 1;
} else {
	const simulator = await startSimulator({
		port: Number(values.port),
		seed: Number(values.seed),
		speed: Number(values.speed),
		pageSize: Number(values['page-size']),
		tokenLifetimeSeconds: Number(values['token-lifetime']),
		log: values.quiet ? undefined : (line) => console.log(line),
	}).catch((error: { code?: string; message?: string }) => {
		const taken = error.code === 'EADDRINUSE';
		console.error(
			taken ? `Port ${values.port} is taken: choose another one with --port.` : error.message,
		);
		process.exit(1);
	});
	const { operator, accessKey } = simulator.accounts;
	console.log(`Open Telekom Cloud, simulated: ${simulator.url}

In n8n, in the credential "Open Telekom Cloud API":
  Region            Custom, Region Name eu-de
  IAM Endpoint      ${simulator.url}
  Service Endpoint  ${simulator.url}/{service}
  Account           ${operator.domainName}
  User, password    ${operator.userName} / ${operator.password}
  or access key     ${accessKey.id} / ${accessKey.secret}

Requests it received: ${simulator.url}/__simulator/journal
Ctrl-C ends it.
`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.on(signal, () => void simulator.close().then(() => process.exit(0)));
	}
}
