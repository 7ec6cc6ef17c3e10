import type { DbInstance } from '../../nodes/shared/drs/dbInstances.ts';
import type { Subnet } from '../../nodes/shared/drs/network.ts';
import type { Fields, ShapeOf } from './shape.mts';

const METRIC: Fields = {
	unit: 'string',
	latest: 'number?',
	lowest: 'number?',
	highest: 'number?',
	datapoints: [{ '*': 'any' }],
};

/** What the operations give that read tasks and lists and put the answers into a form of their own. */
export const TASKS: Readonly<Record<string, Fields>> = {
	'dbInstance/getMany': {
		id: 'string',
		name: 'string',
		status: 'string',
		db_type: 'string',
		engine: 'string',
		version: 'string',
		address: 'string',
		port: 'number',
		vpc_id: 'string',
		subnet_id: 'string',
	} satisfies ShapeOf<DbInstance>,
	'subnet/getMany': {
		id: 'string',
		name: 'string',
		cidr: 'string',
		status: 'string',
		vpc_id: 'string',
		vpc_name: 'string',
	} satisfies ShapeOf<Subnet>,
	'task/getMetrics': {
		job_id: 'string',
		from: 'number',
		to: 'number',
		period: 'number',
		aggregation: 'string',
		metrics: { apply_latency: METRIC, '*': METRIC },
	},
	'task/wait': {
		id: 'string',
		outcome: 'string',
		status: 'string',
		waited_seconds: 'number',
		reason: 'string',
		next_step: 'string',
		error_code: 'string',
	},
};
