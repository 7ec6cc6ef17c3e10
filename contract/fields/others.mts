import { lands, picks, type OperationLandings } from './landing.mts';
import { change, task, TASK, TASK_IN_PATH, unsent } from './operations.mts';

const LIMITS = [unsent('returnAll', true), unsent('limit', 7)];

const IN_VPC = [unsent('filters.name', 'shop'), picks('filters.vpc', 'vpc-1', 'vpc_id')];

/** Where the fields of the small resources land. */
export const OTHER_LANDINGS: OperationLandings[] = [
	change('precheck', 'run', 'precheck', [], { automatic: { precheck_mode: 'fixed' } }),
	{
		resource: 'precheck',
		operation: 'getResult',
		operationId: 'getPrecheckResults',
		entry: '',
		base: TASK,
		landings: [task('jobs[]')],
	},
	{
		resource: 'switchover',
		operation: 'switchVip',
		operationId: 'switchVip',
		entry: '',
		base: TASK,
		landings: [TASK_IN_PATH, lands('mode', 'source', 'mode')],
	},
	{
		resource: 'switchover',
		operation: 'getVipStatus',
		operationId: 'getSwitchVipStatus',
		entry: '',
		base: TASK,
		landings: [TASK_IN_PATH],
	},
	{
		resource: 'dbInstance',
		operation: 'getMany',
		operationId: 'listRdsInstances',
		entry: '',
		base: { engine: 'mysql' },
		landings: [unsent('engine', 'postgresql'), ...LIMITS, ...IN_VPC],
		automatic: { offset: 'paging', limit: 'paging' },
	},
	{
		resource: 'subnet',
		operation: 'getMany',
		operationId: 'listSubnets',
		entry: '',
		base: {},
		landings: [...LIMITS, ...IN_VPC],
		automatic: { limit: 'paging', marker: 'paging' },
	},
];
