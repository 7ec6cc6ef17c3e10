import shared from '../../jest.config.mjs';
import { ofOneProject } from './ofOneProject.mjs';

const OLDEST = '<rootDir>/test/compat/n8n/node_modules';
/** What the oldest n8n-core takes from packages that are ES modules. */
const ES_MODULES = '(p-retry|is-network-error)';

/** The workflow tests, in the engine of the oldest n8n that the package is for. */
export default {
	...ofOneProject(shared),
	rootDir: '../..',
	testMatch: ['<rootDir>/test/workflow/**/*.test.mts'],
	testPathIgnorePatterns: ['/node_modules/'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/demo/', '<rootDir>/bench/peers/'],
	moduleNameMapper: {
		'^(n8n-core|n8n-workflow|reflect-metadata)$': `${OLDEST}/$1`,
	},
	transform: {
		...shared.transform,
		[`/node_modules/${ES_MODULES}/.*\\.js$`]: [
			'@swc/jest',
			{ module: { type: 'commonjs' }, jsc: { target: 'es2022' } },
		],
	},
	transformIgnorePatterns: [`/node_modules/(?!.*${ES_MODULES}/)`],
};
