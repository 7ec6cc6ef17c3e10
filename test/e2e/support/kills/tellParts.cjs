const { execFileSync } = require('node:child_process');

// For a process of n8n, as EXTERNAL_HOOK_FILES: tells the test when a part of an execution has ended and is stored, and waits
// for its answer before n8n goes on.

const url = process.env.TEST_HOOK_URL;

const bodyOf = ({ status, data }, { name, nodes }) =>
	JSON.stringify({ part: `${name} ${status}`, of: [data, nodes] });

async function tell(...about) {
	const headers = { 'content-type': 'application/json' };
	await fetch(url, { method: 'POST', headers, body: bodyOf(...about) });
}

const POST = `
const { buffer } = require('node:stream/consumers');
const headers = { 'content-type': 'application/json' };
buffer(process.stdin).then((body) => fetch(process.argv[1], { method: 'POST', headers, body }));
`;

// One process that does everything looks for ended sub-executions every minute: if it did not stand still, it might go on with
// the workflow before it is killed.
function tellAndStandStill(...about) {
	execFileSync(process.execPath, ['-e', POST, url], {
		input: bodyOf(...about),
		env: {},
		stdio: ['pipe', 'ignore', 'inherit'],
	});
}

const postExecute = process.env.TEST_HOOK_STANDS_STILL === 'true' ? tellAndStandStill : tell;

module.exports = { workflow: { postExecute: [postExecute] } };
