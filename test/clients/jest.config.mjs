import endToEnd from '../e2e/jest.config.mjs';

/** Published clients against the simulator: openstacksdk, the command openstack, gophercloud, the vendor's SDK for Node.js. */
export default {
	...endToEnd,
	globalSetup: '<rootDir>/test/clients/support/setup.mjs',
	testMatch: ['<rootDir>/test/clients/*.test.mts'],
	modulePathIgnorePatterns: [
		...endToEnd.modulePathIgnorePatterns,
		'<rootDir>/test/clients/node_modules/',
	],
};
