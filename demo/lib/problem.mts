/** Something that keeps the demo from running and that the user can put right. */
export class DemoProblem extends Error {
	/**
	 * @param message what is wrong
	 * @param remedy what the user can do about it
	 */
	constructor(
		message: string,
		readonly remedy: string,
	) {
		super(message);
		this.name = 'DemoProblem';
	}
}
