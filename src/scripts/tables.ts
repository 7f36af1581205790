/**
 * A table that fits its frame is no stop of the keyboard. Without script each is one: it may be too
 * wide.
 */
for (const frame of document.querySelectorAll<HTMLElement>('.scroll'))
	new ResizeObserver(() => {
		frame.tabIndex = frame.scrollWidth > frame.clientWidth ? 0 : -1;
	}).observe(frame);
