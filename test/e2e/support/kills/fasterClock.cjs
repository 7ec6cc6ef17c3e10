// For a process of n8n, by --require: its clock runs faster, in all of its processes and lives from the same moment on, and so
// does what n8n wakes waiting executions with. A minute between two turns takes two seconds; nothing in n8n or in the package
// knows.
const speed = Number(process.env.TEST_CLOCK_SPEED);
const origin = Number(process.env.TEST_CLOCK_ORIGIN);
const RealDate = Date;
const realTime = RealDate.now;

const now = () => Math.floor(origin + (realTime() - origin) * speed);

globalThis.Date = new Proxy(RealDate, {
	construct: (target, args, newTarget) =>
		Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
	apply: () => new RealDate(now()).toString(),
	get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});

// The pauses of all else stay: n8n gives its database, for one, some real seconds to answer.
const isOfWaitTracker = () => new Error().stack.split('\n')[3]?.includes('wait-tracker');

for (const name of ['setTimeout', 'setInterval']) {
	const real = globalThis[name];
	const faster = (callback, milliseconds = 0, ...args) =>
		real(callback, isOfWaitTracker() ? milliseconds / speed : milliseconds, ...args);
	globalThis[name] = Object.assign(faster, real);
}
