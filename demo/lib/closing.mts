/** Something that can be ended. */
type Close = () => unknown;

/** Ends what was started, the latest first, and all of it even if one fails. */
export class Closing {
	private steps: Close[] = [];

	/** @param close how to end what was just started; is called once */
	add(close: Close): void {
		this.steps.unshift(close);
	}

	/** @throws the first error, when everything has been tried */
	async close(): Promise<void> {
		const errors: unknown[] = [];
		for (const step of this.steps.splice(0)) {
			try {
				await step();
			} catch (error) {
				errors.push(error);
			}
		}
		if (errors.length > 0) throw errors[0];
	}
}
