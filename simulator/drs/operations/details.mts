import type { DrsContext } from '../context.mts';
import { shownEndpoint } from '../endpoint.mts';
import { defined, shownStatus } from '../shown.mts';
import type { Json, Task } from '../task.mts';

const time = (milliseconds: number | undefined): string | undefined =>
	milliseconds === undefined ? undefined : String(Math.round(milliseconds));

/** A number from 2 to 250 that is always the same for a task. */
const hostOf = ({ id }: Task): number =>
	[...id].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 249, 7) + 2;

/** An endpoint as the example prints it, with what the cloud knows of a managed instance. */
function endpoint(given: Json, { projectId }: Task, { knownInstances }: DrsContext): Json {
	const id = given.inst_id === undefined ? undefined : String(given.inst_id);
	const place = id === undefined ? undefined : knownInstances?.get?.(id);
	return defined({
		...(place && {
			inst_name: place.name,
			region: place.region,
			vpc_id: place.vpc_id,
			subnet_id: place.subnet_id,
		}),
		project_id: projectId,
		ssl_link: false,
		...shownEndpoint(given),
	});
}

const engineOf = ({ settings }: Task, { forms }: DrsContext): unknown =>
	forms.mongoAsDds && settings.engine_type === 'mongodb' ? 'mongodb-to-dds' : settings.engine_type;

/** The replication instance; `start_time` is a text, as printed, although the table says number. */
const instanceInfo = (task: Task, context: DrsContext): Json => ({
	engine_type: engineOf(task, context),
	inst_type: task.settings.node_type,
	ip: `192.168.2.${hostOf(task)}`,
	...(task.settings.bind_eip === true ? { public_ip: `10.154.219.${hostOf(task)}` } : {}),
	status: 'ACTIVE',
	volume_size: 100,
	start_time: '0',
});

/** What drs_api_0151 prints about a task. Real details lack `net_type`. */
export function details(task: Task, context: DrsContext): Json {
	const { settings } = task;
	const subnet = settings.customize_sutnet_id as string | undefined;
	return defined({
		name: task.name,
		status: shownStatus(task, context),
		description: settings.description ?? '',
		create_time: time(task.createdAt),
		update_time: time(task.updatedAt),
		actual_start_time: time(task.startedAt),
		full_transfer_complete_time: time(task.fullTransferCompleteAt),
		task_type: settings.task_type,
		job_direction: settings.job_direction,
		db_use_type: settings.db_use_type,
		node_num: settings.node_num === undefined ? undefined : String(settings.node_num),
		need_restart: false,
		is_target_readonly: settings.is_target_readonly ?? true,
		multi_write: settings.multi_write ?? false,
		master_job_id: task.parentId,
		master_az: settings.master_az,
		slave_az: settings.slave_az,
		schema_type: 'Tungsten',
		migrate_user: false,
		az_code: 'eu-de-01',
		vpc_id: subnet === undefined ? undefined : context.knownSubnets?.get?.(subnet)?.vpc_id,
		subnet_id: subnet,
		security_group_id: 'd90c971b-4b9d-402c-9c59-5c239389b8dd',
		support_ip_v6: false,
		conflict_policy: settings.conflict_policy,
		filter_ddl_policy: settings.filter_ddl_policy,
		replace_definer: settings.replace_definer ?? true,
		alarm_notify: settings.alarm_notify,
		source_endpoint: endpoint(task.source, task, context),
		target_endpoint: endpoint(task.target, task, context),
		inst_info: instanceInfo(task, context),
		speed_limit: task.speedLimits,
		object_switch: task.objects.length > 0,
		failed_reason: task.failure?.reason,
	});
}
