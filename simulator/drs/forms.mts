/** How answers are written where the documents leave a choice, or contradict each other. */
export interface Forms {
	/**
	 * The zone in which the list of tasks writes its local times, such as `+08:00`, which is the zone of the printed example
	 * (drs_03_0138); `milliseconds` for the form that creation and details use.
	 */
	listTimes: string;
	/**
	 * What a batch answers about tasks that are gone. `refused`: HTTP 400 with their results when all of them are gone;
	 * `refusedInMixed`: also when only some are; `answered`: the results of a success.
	 */
	gone: 'refused' | 'refusedInMixed' | 'answered';
	/** The code for a task that never existed; the second one is known from a client only. */
	unknownTask: 'DRS.M05003' | 'DRS.M00289';
	/** Whether a task of the engine `mongodb` reads back as `mongodb-to-dds`, as a comment in a client says. */
	mongoAsDds: boolean;
	/** Whether the progress also has `incre_trans_delay_millis`, as Huawei's service has it. */
	delayMillis: boolean;
	/** Whether `process` of a pre-check ends in a percent sign, as printed. */
	percentSign: boolean;
	/** Whether a creation without `region` beside `inst_id` is refused, as the table of drs_03_0104 has it. */
	regionRequired: boolean;
	/** Whether any task can be compared, as the console offers; the page names MySQL recoveries only (drs_03_0136). */
	comparesAll: boolean;
	/** Whether the connection test of a cloud instance needs its VPC and subnet: the table says so, the example has neither. */
	placeRequired: boolean;
	/** Whether a start without a passed pre-check is refused. */
	precheckRequired: boolean;
}

/** The printed forms, where something is printed, else those of the tables. */
export const DEFAULT_FORMS: Forms = {
	listTimes: '+08:00',
	gone: 'refused',
	unknownTask: 'DRS.M05003',
	mongoAsDds: false,
	delayMillis: false,
	percentSign: true,
	regionRequired: true,
	comparesAll: false,
	placeRequired: false,
	precheckRequired: true,
};

const ZONE = /^([+-])(\d\d):(\d\d)$/;

/** @returns whether a text is a setting of `listTimes` */
export const isListTimes = (text: string): boolean => text === 'milliseconds' || ZONE.test(text);

/**
 * Writes a time as the list of tasks does: local text without its zone.
 *
 * @param time in ms since 1970
 * @param listTimes zone such as `+08:00`, or `milliseconds`
 * @throws Error for another zone
 */
export function listTime(time: number, listTimes: string): string {
	if (listTimes === 'milliseconds') return String(time);
	const found = ZONE.exec(listTimes);
	if (!found) throw new Error(`"${listTimes}" is no zone such as +08:00`);
	const [, sign, hours, minutes] = found;
	const offset = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
	return new Date(time + offset).toISOString().slice(0, 19).replace('T', ' ');
}
