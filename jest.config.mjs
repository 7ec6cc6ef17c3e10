/** Only `Date` is fake, see test/support/clock.mts. */
const REAL_TIMERS = [
	'clearImmediate',
	'clearInterval',
	'clearTimeout',
	'hrtime',
	'nextTick',
	'performance',
	'queueMicrotask',
	'setImmediate',
	'setInterval',
	'setTimeout',
];

/** What goes through very many inputs, fields or faults, and takes longer; see test/thorough.config.mjs. */
export const THOROUGH = 'faults|fidelity|fieldCoverage|properties|security';

/** The fast tests: logic, contract, signature, credential life cycle, workflows through n8n-core. */
export default {
	// The packages of n8n and of the simulator as one file, see test/support/n8n.
	testEnvironment: '<rootDir>/test/support/n8n/environment.mjs',
	moduleNameMapper: {
		'^n8n-(core|workflow)$': '<rootDir>/test/support/n8n/$1.cjs',
		'^fastify$': '<rootDir>/test/support/n8n/fastify.cjs',
		'^ajv/dist/2020\\.js$': '<rootDir>/test/support/n8n/ajv2020.cjs',
	},
	testMatch: ['<rootDir>/test/**/*.test.mts'],
	testPathIgnorePatterns: [
		'/node_modules/',
		'<rootDir>/test/(clients|compat|databases|e2e|queue|soak)/',
		`<rootDir>/test/(${THOROUGH})/`,
	],
	modulePathIgnorePatterns: [
		'<rootDir>/dist/',
		'<rootDir>/demo/',
		'<rootDir>/bench/peers/',
		'<rootDir>/test/clients/node_modules/',
		'<rootDir>/test/compat/n8n/',
	],
	moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'cjs', 'json'],
	transform: {
		'\\.m?ts$': [
			'@swc/jest',
			{ module: { type: 'commonjs' }, jsc: { target: 'es2022', parser: { syntax: 'typescript' } } },
		],
	},
	globalSetup: '<rootDir>/test/support/globalSetup.mjs',
	setupFiles: ['<rootDir>/test/support/environment.mts'],
	setupFilesAfterEnv: ['<rootDir>/test/support/eachTest.mts'],
	fakeTimers: { enableGlobally: true, doNotFake: REAL_TIMERS },
	// jest leaves one core free; on two cores that would be half of them.
	maxWorkers: '100%',
	testTimeout: 120_000,
	// n8n-core prints every error of a workflow; the tests look at the errors themselves.
	silent: true,
};
