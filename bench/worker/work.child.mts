import '../../test/support/environment.mts';
import { watchMemory } from '../measure/memory.mts';
import { taskIds, type Ask, type Job, type Work, type WorkResult } from './job.mts';
import { axiosWorker, vendorWorker } from './plain.mts';

/** Does a job, which it gets as JSON, and answers what each work took. */
const { worker, works, cloud } = JSON.parse(process.argv[2]) as Job;
const WARM_UP = 500;

/** Only the node needs n8n-core; the others would have it in their memory for nothing. */
async function prepare(): Promise<Ask> {
	if (worker === 'axios') return axiosWorker(cloud);
	if (worker === 'vendor') return vendorWorker(cloud);
	return (await import('./node.mts')).nodeWorker(cloud);
}

const ask = await prepare();
const memory = watchMemory();

async function once(work: Work): Promise<{ time: number; cpu: number }> {
	const ids = taskIds(work.count);
	const cpuBefore = process.cpuUsage();
	const start = performance.now();
	const answers = await ask(ids, work);
	const time = performance.now() - start;
	const { user, system } = process.cpuUsage(cpuBefore);
	const wrong = answers.findIndex(
		({ id, status }, index) => id !== ids[index] || status !== 'INCRE_TRANSFER_STARTED',
	);
	if (answers.length !== ids.length || wrong >= 0) {
		throw new Error(`${answers.length} of ${ids.length} answers, wrong at ${wrong}`);
	}
	return { time, cpu: user + system };
}

async function repeat(work: Work): Promise<WorkResult> {
	const result: WorkResult = { times: [], cpus: [], memory: 0 };
	for (let round = 0; round < work.repeats; round++) {
		memory.restart();
		const { time, cpu } = await once(work);
		result.times.push(time);
		result.cpus.push(cpu);
		result.memory = Math.max(result.memory, memory.peak());
	}
	return result;
}

const kinds = new Map(works.map((work) => [`${work.query} ${work.ids}`, work]));
for (const work of kinds.values()) await once({ ...work, count: WARM_UP });
const results: WorkResult[] = [];
for (const work of works) results.push(await repeat(work));
process.send!(results);
process.disconnect();
