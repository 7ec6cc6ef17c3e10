import { checkConnectionTest } from '../../nodes/shared/drs/constraints/connectionTest.ts';
import { checkDataProcessing } from '../../nodes/shared/drs/constraints/dataProcessing.ts';
import { checkSelection } from '../../nodes/shared/drs/constraints/selection.ts';
import {
	type Constraint,
	modification,
	speed,
	BY_CONTRACT,
	LEFT_TO_SERVICE,
	STATUS_ONLY,
	RECOVERY,
} from './constraint.mts';

const TEST = {
	net_type: 'eip',
	db_type: 'mysql',
	ip: '192.168.0.7',
	db_user: 'reader',
	db_password: 'Secret-1',
	end_point_type: 'so',
};

const table = (id: string) => ({ id });

const RULE = {
	transformation_info: { transformation_type: 'contentConditionalFilter', value: 'id > 1' },
};

export const CONSTRAINTS: Constraint[] = [
	modification({}, []),
	modification({ engine_type: undefined }, ['Update Fields → Engine']),
	modification({ net_type: undefined }, ['Update Fields → Network Type']),
	modification({ node_type: undefined }, ['Update Fields → Node Type']),
	modification({ replace_definer: undefined }, ['Update Fields → Replace Definer']),
	modification({ source_endpoint: undefined }, ['Source Database → Database Type']),
	modification({ target_endpoint: { ip: '10.0.0.1' } }, ['Target Database → Database Type']),
	{
		...modification({ store_db_info: undefined, engine_type: undefined }, []),
		rule: 'any other modification names what it changes',
		code: undefined,
	},
	{
		...modification({ source_endpoint: { db_type: 'mongodb' }, replace_definer: undefined }, []),
		rule: 'only MySQL has definers',
		code: undefined,
	},
	speed('no range lifts the limit', [], undefined, []),
	speed('a range is taken', [['01:00', '15:59']], undefined, []),
	speed('a range over midnight is taken', [['22:00', '05:59']], undefined, []),
	speed('start and end differ', [['03:59', '03:59']], 'DRS.M00306', []),
	speed('the end is the last minute of an hour', [['03:00', '04:00']], 'DRS.M00202', [
		'Time Ranges → First Hour, Last Hour',
	]),
	speed('the day has 24 hours', [['24:00', '25:59']], 'DRS.M00202', [
		'Time Ranges → First Hour, Last Hour',
	]),
	speed('the speed is 1 to 9999 MB/s', [['03:00', '04:59', '10000']], BY_CONTRACT, [
		'Time Ranges → Speed Limit (MB per Second)',
	]),
	speed(
		'three ranges at the most',
		[
			['00:00', '00:59'],
			['01:00', '01:59'],
			['02:00', '02:59'],
			['03:00', '03:59'],
		],
		'DRS.M00305',
		['Time Ranges'],
	),
	speed(
		'ranges do not overlap',
		[
			['01:00', '05:59'],
			['05:00', '07:59'],
		],
		'DRS.M00305',
		['Time Ranges'],
	),
	speed(
		'ranges do not overlap over midnight',
		[
			['22:00', '02:59'],
			['01:00', '03:59'],
		],
		'DRS.M00305',
		['Time Ranges'],
	),
	{
		...speed('not with task mode INCR_TRANS', [['01:00', '05:59']], 'DRS.M00403', []),
		task: { changes: { task_type: 'INCR_TRANS' } },
		node: LEFT_TO_SERVICE,
	},
	{
		page: 'drs_03_0105',
		rule: 'SSL needs the certificate, its name and its checksum',
		operation: 'testConnections',
		entry: { ...TEST, ssl_link: true },
		code: 'DRS.M00201',
		node: {
			check: checkConnectionTest,
			fields: ['SSL Certificate', 'SSL Certificate Name', 'SSL Certificate Checksum'].map(
				(field) => `Source Database → ${field}`,
			),
		},
	},
	{
		page: 'drs_03_0105',
		rule: 'the port of MongoDB is 0',
		operation: 'testConnections',
		entry: { ...TEST, db_type: 'mongodb', db_port: 27017 },
		code: 'DRS.M00202',
		node: 'The node sends 0 whatever "Port" says; see test/workflow/connection and childTasks.',
	},
	{
		page: 'drs_03_0105',
		rule: 'a cloud instance needs VPC and subnet by the table, not by its example',
		operation: 'testConnections',
		entry: { ...TEST, end_point_type: 'ta', inst_id: 'in01', region: 'eu-de' },
		node: 'The node sends both when they are given, and does not demand what the example leaves out. The simulator demands them with --place-required.',
	},
	{
		page: 'drs_03_0133',
		rule: 'a failed transfer can be paused',
		operation: 'pauseTasks',
		task: { status: 'FULL_TRANSFER_FAILED' },
		entry: { pause_mode: 'all' },
		node: STATUS_ONLY,
	},
	{
		page: 'drs_03_0133',
		rule: 'a recovery cannot be paused',
		operation: 'pauseTasks',
		task: { status: 'INCRE_TRANSFER_STARTED', changes: RECOVERY },
		entry: { pause_mode: 'all' },
		code: 'DRS.M00302',
		node: LEFT_TO_SERVICE,
	},
	{
		page: 'drs_03_0134',
		rule: 'a password is changed after the start',
		operation: 'changePasswords',
		entry: { end_point_type: 'so', db_password: 'Secret-2' },
		code: 'DRS.M00304',
		node: STATUS_ONLY,
	},
	{
		page: 'drs_03_0109',
		rule: 'objects are chosen after test and modification',
		operation: 'selectObjects',
		entry: { selected: false },
		code: 'DRS.M00304',
		node: STATUS_ONLY,
	},
	{
		page: 'drs_03_0109',
		rule: 'a recovery has no objects to choose',
		operation: 'selectObjects',
		task: { changes: RECOVERY },
		entry: { selected: false },
		code: 'DRS.M00302',
		node: LEFT_TO_SERVICE,
	},
	{
		page: 'drs_api_0103',
		rule: 'a table has one rule',
		operation: 'setDataProcessing',
		entry: { ...RULE, object_info: [table('shop-*-*-a'), table('shop-*-*-a')] },
		code: 'DRS.M07000',
		node: { check: checkDataProcessing, fields: ['Tables'] },
	},
	{
		page: 'drs_api_0103',
		rule: '10,000 tables at the most',
		operation: 'setDataProcessing',
		entry: {
			...RULE,
			object_info: Array.from({ length: 10_001 }, (_, index) => table(`shop-*-*-${index}`)),
		},
		code: 'DRS.M00202',
		node: { check: checkDataProcessing, fields: ['Tables'] },
	},
	{
		page: 'drs_03_0109',
		rule: 'an object is there once',
		operation: 'selectObjects',
		entry: {
			selected: true,
			job: ['a', 'a'].map((id) => ({
				id,
				object_name: id,
				object_type: 'database',
				select: 'true',
			})),
		},
		code: 'DRS.M00304',
		node: { check: checkSelection, fields: ['Objects'] },
	},
];
