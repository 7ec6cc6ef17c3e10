import { TestEnvironment } from 'jest-environment-node';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import { bundlePath } from './bundle.mjs';

let script;

/** @returns the bundle, compiled once for all test files of a process */
function compiled() {
	script ??= new Script(
		`(function (exports, require, __filename, __dirname) {${readFileSync(bundlePath, 'utf8')}\n})`,
		// No path: jest reads files that a stack trace names, in search of a source map.
		{ filename: 'n8n-bundle.cjs' },
	);
	return script;
}

/**
 * jest's environment for Node.js, with the packages of n8n and of the simulator: each test file has its own instance of them, in its own realm, but they are
 * read and compiled only once. Loading their 2,800 files one by one takes longer than most tests. `jest.resetModules()` keeps
 * the instance.
 */
export default class N8nEnvironment extends TestEnvironment {
	constructor(config, context) {
		super(config, context);
		let packages;
		this.global.n8nPackages = (require) => {
			if (!packages) {
				packages = {};
				const run = compiled().runInContext(this.getVmContext());
				run(packages, require, bundlePath, dirname(bundlePath));
			}
			return packages;
		};
	}
}
