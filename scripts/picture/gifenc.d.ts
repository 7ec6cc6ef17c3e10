/** The part of gifenc that is used here; the package has no types of its own. */
declare module 'gifenc' {
	type Palette = number[][];

	interface Encoder {
		writeFrame(
			indexes: Uint8Array,
			width: number,
			height: number,
			options: { palette: Palette; delay: number },
		): void;
		finish(): void;
		bytes(): Uint8Array;
	}

	const gifenc: {
		GIFEncoder(): Encoder;
		quantize(pixels: Uint8Array, colors: number): Palette;
		applyPalette(pixels: Uint8Array, palette: Palette): Uint8Array;
	};
	export default gifenc;
}
