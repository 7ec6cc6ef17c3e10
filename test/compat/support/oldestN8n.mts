import { join } from 'node:path';
import type { N8nChoice } from '../../../demo/lib/prepareN8n.mts';

/**
 * @param root folder of the repository
 * @returns the oldest n8n that the package is for, on the Node.js of this machine
 */
export const oldestN8n = (root: string): N8nChoice => ({
	folder: join(root, 'test', 'compat', 'n8n'),
	runtime: { node: process.execPath, version: process.versions.node },
});
