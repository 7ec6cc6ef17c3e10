import type { IDataObject } from 'n8n-workflow';
import type { TaskBefore } from '../../../nodes/OtcDrsTrigger/taskState.ts';
import { readMemory, storedMemory, type Memory } from '../../../nodes/OtcDrsTrigger/snapshot.ts';

const CALM: TaskBefore = {
	status: 'CONFIGURATION',
	fullTransferSeen: false,
	delayed: false,
	missing: false,
};

describe('what the trigger remembers', () => {
	it('survives as JSON, whatever the statuses and IDs', () => {
		const memory: Memory = {
			fingerprint: 'project and filters',
			tasks: new Map([
				['a', CALM],
				['b', { ...CALM, fullTransferSeen: true, delayed: true }],
				['c', { ...CALM, missing: true }],
				['d', { ...CALM, status: 'A_STATUS_OF_TOMORROW' }],
				['__proto__', CALM],
				['e', CALM],
			]),
		};
		const stored = JSON.parse(JSON.stringify(storedMemory(memory))) as IDataObject;
		const read = readMemory(stored)!;
		expect(read.fingerprint).toBe(memory.fingerprint);
		expect(Object.fromEntries(read.tasks)).toEqual(Object.fromEntries(memory.tasks));
		expect(read.tasks.size).toBe(6);
	});

	it.each([{}, { fingerprint: 'x' }, { tasks: [] }, { fingerprint: 'x', tasks: 'damaged' }])(
		'is nothing where it cannot be read: %j',
		(data) => {
			expect(readMemory(data as IDataObject)).toBeUndefined();
		},
	);
});
