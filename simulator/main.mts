import { HELP, readCommandLine } from './commandLine.mts';
import { startSimulator, type SimulatorOptions } from './index.mts';

async function run(options: SimulatorOptions, quiet: boolean): Promise<void> {
	const simulator = await startSimulator({
		...options,
		log: quiet ? undefined : (line) => console.log(line),
	}).catch((error: { code?: string; message?: string }) => {
		const taken = error.code === 'EADDRINUSE';
		console.error(
			taken ? `Port ${options.port} is taken: choose another one with --port.` : error.message,
		);
		process.exit(1);
	});
	const { operator, accessKey } = simulator.accounts;
	console.log(`Open Telekom Cloud, simulated: ${simulator.url}

In n8n, in the credential "Open Telekom Cloud (OTC) API":
  Region            Custom, Region Name eu-de
  IAM Endpoint      ${simulator.url}
  Service Endpoint  ${simulator.url}/{service}
  Account           ${operator.domainName}
  User, password    ${operator.userName} / ${operator.password}
  or access key     ${accessKey.id} / ${accessKey.secret}

Requests it received: ${simulator.url}/__simulator/journal
Its OpenAPI document: ${simulator.url}/openapi.json
Ctrl-C ends it.
`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.on(signal, () => void simulator.close().then(() => process.exit(0)));
	}
}

const command = readCommandLine(process.argv.slice(2));

if ('help' in command) {
	console.log(HELP);
} else if ('problem' in command) {
	console.error(command.problem);
	process.exitCode = 1;
} else {
	await run(command.options, command.quiet);
}
