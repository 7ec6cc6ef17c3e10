import { ofOneProject } from '../compat/ofOneProject.mjs';
import shared from '../../jest.config.mjs';

/** A week of turns in n8n's engine. */
export default {
	...ofOneProject(shared),
	rootDir: '../..',
	testMatch: ['<rootDir>/test/soak/week.test.mts'],
	testPathIgnorePatterns: ['/node_modules/'],
};
