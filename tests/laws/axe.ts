/**
 * Runs in the page before axe. Letters that join are narrower together than one by one: axe would take an Arabic face for a
 * font of icons, and ask nothing of the colours of its text (`isIconLigature`).
 */
export const NO_ICONS =
	'CanvasRenderingContext2D.prototype.measureText = ({ length }) => ({ width: 30 * length });';
