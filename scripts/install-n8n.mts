/**
 * Installs an n8n in which the slow tests run the package, unless it is there: the demo's with its Node.js, or the oldest
 * that the package is for. Usage: tsx scripts/install-n8n.mts newest|oldest.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stopAllChildren } from '../demo/lib/children.mts';
import { installN8n } from '../demo/lib/prepareN8n.mts';
import { oldestN8n } from '../test/compat/support/oldestN8n.mts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const choices = { newest: undefined, oldest: oldestN8n(root) };
const [which] = process.argv.slice(2);

process.on('SIGTERM', () => {
	void stopAllChildren().then(() => process.exit(1));
});

if (which !== 'newest' && which !== 'oldest') {
	console.error('Usage: tsx scripts/install-n8n.mts newest|oldest');
	process.exit(1);
}
await installN8n(root, console.log, choices[which]);
