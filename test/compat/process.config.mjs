import endToEnd from '../e2e/jest.config.mjs';
import { ofOneProject } from './ofOneProject.mjs';

/** The built package in a running n8n. */
export default {
	...ofOneProject(endToEnd),
	testMatch: ['<rootDir>/test/compat/**/*.test.mts'],
};
