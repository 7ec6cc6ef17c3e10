import { creation } from '../client.mts';
import type { Fields } from './engine.mts';

/** The instance and the subnet that exist. */
export const INSTANCE = creation('any').target_endpoint.inst_id;
export const SUBNET = creation('any').customize_sutnet_id;

const recovery: Fields = {
	db_use_type: 'cloudDataGuard',
	engine_type: 'cloudDataGuard-mysql',
	net_type: 'vpn',
	multi_write: false,
};

/** Creations that are refused, with the code and the field that the refusal names. */
export const REFUSED_CREATIONS: Array<
	[name: string, changes: Fields, code: string, field: string]
> = [
	['an EIP that is not bound', { bind_eip: false }, 'DRS.M00201', 'bind_eip'],
	['an EIP without a word on binding', { bind_eip: undefined }, 'DRS.M00201', 'bind_eip'],
	['recovery in a VPC', { ...recovery, net_type: 'vpc' }, 'DRS.M00202', 'net_type'],
	[
		'recovery without multi_write',
		{ ...recovery, multi_write: undefined },
		'DRS.M00201',
		'multi_write',
	],
	[
		'single-active recovery of increments only',
		{ ...recovery, task_type: 'INCR_TRANS' },
		'DRS.M00202',
		'task_type',
	],
	[
		'a subnet that does not exist',
		{ customize_sutnet_id: '00000000-0000-0000-0000-000000000000' },
		'DRS.M00202',
		'customize_sutnet_id',
	],
	[
		'no instance on the managed side (up)',
		{ target_endpoint: { db_type: 'mysql', region: 'eu-de' } },
		'DRS.M00201',
		'inst_id',
	],
	['no instance on the managed side (down)', { job_direction: 'down' }, 'DRS.M00201', 'inst_id'],
	[
		'no region on the managed side',
		{ target_endpoint: { db_type: 'mysql', inst_id: INSTANCE } },
		'DRS.M00201',
		'region',
	],
];

/** Creations at the limits of what is taken. */
export const TAKEN_CREATIONS: Array<[name: string, changes: Fields]> = [
	['days at the lower limit', { expired_days: '14' }],
	['days at the upper limit', { expired_days: '100' }],
	['recovery by VPN', recovery],
	[
		'dual-active recovery of increments',
		{ ...recovery, multi_write: true, task_type: 'INCR_TRANS' },
	],
	['no EIP, not bound', { net_type: 'vpn', bind_eip: false }],
	['databases of one’s own on both sides', { job_direction: 'non-dbs', target_endpoint: {} }],
];
