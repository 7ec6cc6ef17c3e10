import { startSimulator } from '../../simulator/index.mts';
import { projects } from '../../simulator/accounts.mts';
import type { Task } from '../../simulator/drs/task.mts';
import { taskId, type Cloud } from './job.mts';

/** The simulator in a process of its own: `cloud.child.mts <tasks> <seed>`. It lives until its parent goes. */
const [tasks, seed] = process.argv.slice(2).map(Number);
const simulator = await startSimulator({ seed });
const [{ id: projectId }] = projects;

const task = (index: number): Task => ({
	id: taskId(index),
	projectId,
	name: `benchmark-${index}`,
	createdAt: 1_790_000_000_000 + index,
	updatedAt: 1_790_000_000_000 + index,
	settings: {
		engine_type: 'mysql',
		db_use_type: 'sync',
		task_type: 'FULL_INCR_TRANS',
		job_direction: 'up',
		net_type: 'vpc',
		node_type: 'high',
		description: 'one of many',
	},
	source: { db_type: 'mysql', ip: '192.168.0.27', db_port: 3306, db_user: 'repl' },
	target: { db_type: 'mysql', inst_id: 'e05a3679efe241d8b5dee80b17c1a863in01', region: 'eu-de' },
	status: 'INCRE_TRANSFER_STARTED',
	since: 1_790_000_000_000,
	transferred: 1,
	tested: new Set(),
	stored: true,
	objects: [],
	speedLimits: [],
	transformations: [],
	parameters: new Map(),
	comparisons: new Map(),
});

for (let index = 0; index < tasks; index++) simulator.tasks.add(task(index));

// The journal keeps every request and answer; the benchmark does not look at it.
setInterval(() => simulator.journal.clear(), 250).unref();
process.on('disconnect', () => process.exit());

const { accessKey, operator } = simulator.accounts;
const { userName, password, domainName } = operator;
const user = { name: userName, password, domain: { name: domainName } };
const login = await fetch(`${simulator.url}/iam/v3/auth/tokens`, {
	method: 'POST',
	headers: { 'Content-Type': 'application/json' },
	body: JSON.stringify({
		auth: {
			identity: { methods: ['password'], password: { user } },
			scope: { project: { id: projectId } },
		},
	}),
});

process.send!({
	url: simulator.url,
	projectId,
	accessKeyId: accessKey.id,
	secretAccessKey: accessKey.secret,
	token: login.headers.get('x-subject-token')!,
} satisfies Cloud);
