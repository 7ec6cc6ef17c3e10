import { listDbInstances, type InstanceFilter } from '../../../shared/drs/dbInstances';
import type { DbType } from '../../../shared/drs/scenarios';
import { failed } from '../../../shared/failures/failure';
import { inVpc } from '../../fields/networkFilters';
import { listOperation } from '../../operations/listOperation';

const ALL = 'all';

/** DB Instance → Get Many: the lists of RDS, DDS and GaussDB(for MySQL). */
export const getMany = listOperation<InstanceFilter>({
	resource: 'dbInstance',
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many DB instances',
		description: 'List the DB instances of the project that a task can use',
	},
	fields: [
		{
			displayName: 'Engine',
			name: 'engine',
			type: 'options',
			options: [
				{ name: 'All', value: ALL },
				{ name: 'GaussDB(for MySQL)', value: 'taurus' },
				{ name: 'MongoDB (DDS)', value: 'mongodb' },
				{ name: 'MySQL (RDS)', value: 'mysql' },
				{ name: 'PostgreSQL (RDS)', value: 'postgresql' },
			],
			default: ALL,
			description: 'Database engine of the DB instances to list',
		},
	],
	filters: inVpc('DB instances'),
	read(fields, filters) {
		const dbType = fields.option<DbType | typeof ALL>('engine');
		return {
			dbType: dbType === ALL ? undefined : dbType,
			name: filters.text('name'),
			vpcId: filters.text('vpc'),
		};
	},
	async list(client, filter, most) {
		const listed = await listDbInstances(client, filter, most);
		if (listed.ok || filter.dbType !== undefined) return listed;
		const { description = '' } = listed.failure;
		return failed({
			...listed.failure,
			description: `${description} Or choose one engine: then only its service is asked.`.trim(),
		});
	},
});
