/**
 * Isolates the numbers that bidi would reorder within Arabic: those with several parts or a sign.
 * `2469 6000` would be shown as `6000 2469` (UAX #9).
 *
 * What follows are parts of one regular expression (flag `v`), each with what it finds.
 */

/** One of several forms; the first that fits. */
const either = (...forms: string[]) => `(?:${forms.join('|')})`;
/** Parts, one behind the other. */
const inTurn = (...parts: string[]) => parts.join('');

/** Of a class: the spaces within a number. */
const SPACE = String.raw` \u00A0`;
/** Before a number: it is not the rest of a longer one, or of a word. */
const START = String.raw`(?<![\w.,:\/+\-])`;
/** Behind a number: it does not go on. */
const END = String.raw`(?![\w\/\-]|[.,:]\d)`;
const NO_MORE_GROUPS = String.raw`(?![${SPACE}]\d)`;
/** `2.5`, `1,234.5`. */
const DECIMAL = String.raw`\d+(?:[.,]\d+)*`;
const SIGN = String.raw`[+\-\u2212]?`;
/** Of a class: letters that run from the left, and what follows one in a word. */
const LATIN = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}`;
const IN_WORD = String.raw`${LATIN}\u0300-\u036F\d_`;
/** Of a class: what runs from the right. The signs are of no script (`Common`). */
const ARABIC = String.raw`\p{Script=Arabic}\u060C\u061B\u061F`;
/** Of a class: signs of money, without those that are Arabic letters. */
const MONEY = String.raw`$¢-¥\u20A0-\u20CF`;

/** Telephone numbers that their form shows. */
const TELEPHONE = inTurn(
	START,
	either(
		// International: `+962 6 123 4567`, `(+962) 6-1234567`, `00962 6 1234567`.
		String.raw`\(?\+[\d\(][\d${SPACE}\(\).\/\-]{4,}\d`,
		String.raw`00[${SPACE}]?\d{1,3}(?:[${SPACE}\-]\d+)+`,
		// The area in brackets: `(06) 123 4567`, `(202) 555-0142`.
		String.raw`\(0\d{1,3}\)(?:[${SPACE}\-]?\d{3,4}){1,3}`,
		String.raw`\(\d{3}\)(?:[${SPACE}\-]\d{2,4}){2,3}`,
		// `(21) 2334-1705`, `(202)555-0142`; `11 98765-4321`, but no years.
		String.raw`(?:\(\d{2,3}\)[${SPACE}]?|\d{2,3}[${SPACE}](?!(?:19|20)\d\d-))\d{3,5}-\d{4}`,
		// The area before a hyphen or stroke: `091-234 5678`, `03/12 34 56`, `03 / 123456`, `06-123 45 67`.
		String.raw`\d{2,3}[\-\/](?:\d{3,4}[${SPACE}]\d{2,4}|\d\d(?:[${SPACE}]\d\d){2})${NO_MORE_GROUPS}`,
		String.raw`0\d{1,2}[${SPACE}][\-\/][${SPACE}]\d{5,8}`,
		String.raw`0\d{1,3}-\d{2,4}(?:[${SPACE}.]\d{2,4}){1,4}${NO_MORE_GROUPS}`,
		// Three parts and more: `800-77-100`, `202 555 0142`.
		String.raw`\d+(?:-\d+){2,}`,
		String.raw`\d{3}[${SPACE}]\d{3,4}[${SPACE}]\d{4}${NO_MORE_GROUPS}`,
		// With the plus behind it: `962 6 123 4567+`.
		String.raw`\d{1,3}(?:[${SPACE}\-]\d{1,4}){2,5}(?=\+(?!\d))`,
	),
	END,
);
/** What announces a telephone number of two parts, or that of a car. */
const CALLED = inTurn(
	either(
		String.raw`هاتف|تلفون|تليفون|جوال|موبايل|محمول|خلوي|فاكس|واتس\p{L}*|[اأ]تصل\p{L}*|[اإ]تصال`,
		'للاستفسار|للحجز|للتواصل|الساخن',
		String.raw`تحمل لوح\p{L}*|لوح\p{L}* (?:ال)?(?:مركب|سيار|شاحن|دراج|رقم|ترخيص|تسجيل)\p{L}*`,
	),
	String.raw`[^\d.؛\n]{0,20}`,
);
/** Telephone numbers of two parts, `2245-6789`, `04-1234567`. Elsewhere, round ones and years may be a range. */
const IN_TWO = inTurn(
	START,
	either(
		String.raw`\d{2,4}-\d{3,8}(?<=${CALLED}\d{2,4}-\d{3,8})`,
		String.raw`(?!\d*0-\d*0(?!\d)|\d+-(?:1\d|20)\d\d(?!\d))(?:\d{3,4}-\d{4}|\d{2,3}-\d{6,8}|0\d{1,3}-\d{5,8})`,
	),
	END,
);
/** Numbers of laws of two parts, `09-08`: no range, as their word says. */
const LAW = String.raw`(?<=(?:قانون|مرسوم|ظهير)(?: رقم| عدد)?[${SPACE}])\d+-\d+(?![\w\/\-])`;
/**
 * Personal, company and postal numbers: `850412-1234`, `01310-100`, `123.456.789-09`. No ranges:
 * these do not fall so far.
 */
const IDENTITY = inTurn(
	START,
	either(
		String.raw`\d{5,8}-(?!(?:19|20)\d\d(?!\d))\d{1,4}`,
		String.raw`\d{1,3}(?:\.\d{3}){2}(?:\/\d{4})?-\d\d`,
	),
	END,
);
/** Groups between spaces. */
const GROUPS = inTurn(
	String.raw`(?<![\w.,:\/+\-]|\d[${SPACE}])`,
	either(
		// Thousands: `1 234 567`.
		String.raw`[1-9]\d{0,2}(?:[${SPACE}\u202F]\d{3})+(?:[.,]\d+)?`,
		// Telephone numbers: `011 462 3300`, `06 5550142`; `2469 6000`; `9200 12345`; `773 12 34`.
		String.raw`0\d{1,3}(?:[${SPACE}]\d{2,8}){1,4}`,
		String.raw`\d{3,4}[${SPACE}]\d{4}`,
		String.raw`9200[${SPACE}]\d{5}`,
		String.raw`\d{3}(?:[${SPACE}]\d\d){2}`,
		// In pairs, as in French: `77 81 23 45`.
		String.raw`\d\d(?:[${SPACE}]\d\d){3,4}`,
	),
	String.raw`(?![\w\/\-]|[.,:]\d|[${SPACE}]\d)`,
);
/** Words that no number counts. */
const UNCOUNTED = String.raw`(?:و|[فبكل]?ال|لل|(?:في|من|على|إلى|عن|مع|عبر|منذ|قبل|بعد|أو)(?!\p{L}))`;
/** The version behind a name, which counts nothing. */
const VERSION = String.raw`(?:[${SPACE}]\d+(?:\.\d+)*(?![\w%٪+\-]|[.,:\/]\d|[${SPACE}](?!${UNCOUNTED})\p{Script=Arabic}))?`;
/** `iOS 19+`, `C++ 20`, `C#`, `.NET 8`, `.NET Core 8`, `F# minor`. */
const NAMES = inTurn(
	String.raw`(?<![${IN_WORD}.\-])`,
	either(
		String.raw`\.NET`,
		String.raw`[${LATIN}][${IN_WORD}.\-]{0,30}(?: [${IN_WORD}.\-]{1,30}){0,4}[+#]{1,3}`,
	),
	String.raw`(?![\w+#])(?:[${SPACE}](?=[${LATIN}])[${IN_WORD}.+#\-]*[${IN_WORD}+#])*${VERSION}`,
);
/** What agencies of rating and laboratories write: `BBB-`, `O-`, `Cl-`. */
const RATINGS = String.raw`(?<!\w)(?:A{1,3}|B{1,3}|C{1,3}|AB|O|Cl|OH)-(?![\w\p{L}\-])`;
/** A substance of a reaction, with its charge: `2Cl-`, `Fe³⁺`, `2e-`, `CO2↑`. */
const SUBSTANCE = inTurn(
	String.raw`\d*(?:[A-Z\(\[][\w\(\)\[\]\u2080-\u2089²³¹\u2070-\u2079]*|e)`,
	String.raw`(?:[\u207A\u207B]|[+\-\u2212](?!\w))?[↑↓]?`,
);
const SUBSTANCES = String.raw`${SUBSTANCE}(?:[${SPACE}]\+[${SPACE}]${SUBSTANCE})*`;
/** A whole chemical reaction, `2Cl- → Cl2 + 2e-`: charges would split it and turn its arrow. */
const REACTION = String.raw`(?<![\w.\-])${SUBSTANCES}[${SPACE}]?[→⇌⇄⟶][${SPACE}]?${SUBSTANCES}`;
const DEGREES = either(
	inTurn(
		// The second of two begins behind the stroke: `180°C/350°F`.
		either(START, String.raw`(?<=°[A-Z][${SPACE}]?\/[${SPACE}]?)`),
		String.raw`[\-+\u2212]?${DECIMAL}[${SPACE}]?°[${SPACE}]?`,
		// `29°22′`, `29°22′30″N`; `37.5°C`, `5°C/km`.
		either(
			String.raw`\d+(?:[.,]\d+)?[′'](?:\d+(?:[.,]\d+)?[″"])?[A-Z]?`,
			String.raw`[A-Z](?:\/[a-z]+)?`,
		),
		String.raw`(?!\w)`,
	),
	// The unit alone, behind a range: `2–8 °C`.
	String.raw`(?<=\d[${SPACE}]?)°[CF](?!\w)`,
);
/** Its number and first letter; behind a space, `6. Bg5`, the whole form of a move. */
const MOVE = String.raw`\d{1,3}(?:\.{1,3}|…)(?:[A-Za-z]|[${SPACE}](?:[KQRBN]?[a-h]?[1-8]?x?[a-h][1-8]|O-O))`;
/** `1.FC Köln`, the moves of chess, `12.Nf3 Rxe5!? 13.Qh5+`. */
const ORDINAL = String.raw`${START}${MOVE}[${IN_WORD}.+#=!?\-]*(?:[${SPACE}](?:${MOVE}|[${LATIN}])[${IN_WORD}.+#=!?\-]*)*(?<![.?\-])`;
/** `10^6`, `10⁻⁹`, `-1.6×10⁻¹⁹`. */
const POWER = String.raw`${START}[+\-\u2010-\u2013\u2212±]?(?:${DECIMAL}[${SPACE}]?[×x][${SPACE}]?)?\d+(?:\^[\-\u2212]?\d+|[\u207A\u207B]?[²³¹\u2070-\u2079]+)(?!\w|\/[A-Za-z])`;
/** A word of a name whole: `Café`, `WHO/EMRO`, `B&B`, an address. */
const OF_NAME = String.raw`(?:[${IN_WORD}.'\u2019&@\/+?=%~\-]|:(?=[\w\/]))`;
/**
 * In a list of Latin names, `UN، WHO`, `HR = 0.23؛ 95% CI`, each after the first: the comma would
 * join them into one left-to-right run.
 */
const IN_ROW = inTurn(
	String.raw`(?<=[${IN_WORD}\)»\/+#%][\u060C\u061B][${SPACE}])`,
	String.raw`«?(?:${DECIMAL}%?[${SPACE}])?\d*[${LATIN}]${OF_NAME}*(?:[${SPACE}][${IN_WORD}&]${OF_NAME}*)*(?<=[${IN_WORD}\/])(?![\d\u2013])»?`,
	`(?:[${SPACE}]?[=<>≈≤≥][${SPACE}]?${SIGN}${DECIMAL}%?)?`,
);
/** An abbreviation, whose stop ends no sentence: `No. 5`, `R. 12`. */
const SHORTENED = String.raw`(?<![\p{L}.])(?:\p{L}|Av|Ch|Dr|Fig|Nr|No|St|[Pp]p|[Vv]ol|vs|[Aa]rt|[Ee]d)\.[${SPACE}]\(?`;
/** A number that a comma, a colon, a closing mark or the end of a sentence parts from Latin letters: `AFP، 12`, `«Barbie» (2023)`, `BBC. 12`. It would join them, too. */
const BEHIND_NAME = String.raw`(?<=[${LATIN}][^\p{L}\n]{0,20}[\u060C:».!][${SPACE}]\(?)(?<!${SHORTENED})\d+(?:[.,:\/]\d+)*(?![\w%‰\-\u2013]|[${SPACE}][${LATIN}])`;
/** What no version of a name is followed by. */
const COUNTED_WORD = either(
	'[أآ]لاف|ألف(?:ًا|ا)?|(?:مليون|مليار|تريليون)(?:ًا|ا)?|ملايين|مليارات',
	'نقاط|نقطة|دولار(?:ًا|ا)?|يورو|دينار(?:ًا|ا)?|درهم(?:ًا|ا)?|ريال(?:ًا|ا)?|جنيه(?:ًا|ا)?|ليرة',
	'(?:في |ب)الم(?:ئة|ائة)|(?:شخص|موظف|عامل|هدف|يوم|عام|شهر|هاتف|بلد|مشروع)(?:ًا|اً)',
);
/** A number of its own behind a Latin name that it would join, `Apple 40 مليون`, `Quill Labs 81.5 نقطة`: not the version of one, `iOS 19`. */
const COUNTS = String.raw`(?<=[${LATIN}][${IN_WORD}.\-]{0,20}[${SPACE}])\d+(?:[.,]\d+)*(?=[${SPACE}](?:${COUNTED_WORD})(?![\p{L}\p{M}]))`;
const NO_ARABIC = String.raw`[^\(\)${ARABIC}\n]{0,60}`;
const WORDS = String.raw`[${LATIN}][^«»${ARABIC}\n]{0,200}`;
const QUOTED = either(
	// A title in its marks beside other Latin words, `«Gatsby» (Penguin, 1999)`: one mark would move away.
	String.raw`(?<=[${LATIN}\)][${SPACE}]«)${WORDS}(?=»)`,
	String.raw`(?<=«)${WORDS}(?=»[${SPACE}]\(?[${LATIN}])`,
	// In brackets with a range, `(95% CI: 1.2–3.4)`: the range would run from the right, as those of Arabic do.
	String.raw`(?<=\()(?=[^\(\)]{0,60}[${LATIN}]{2})${NO_ARABIC}\d\u2013\d${NO_ARABIC}(?=\))`,
	// With its own end sign, `«Why?»`, `(Apple Inc.)`, `¿Por qué?`: the sign would move to its front.
	String.raw`(?<=[«‹\(])${WORDS}(?<=[.?!…])(?=[»›\)])`,
	`[¿¡]${WORDS}[?!]`,
);
/** What a word that runs from the left is made of; brackets belong to it in pairs. */
const IN_TOKEN = inTurn(
	String.raw`[^\s\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Nko}\p{Emoji_Presentation}\p{Cf}`,
	String.raw`\u0640\u060C\u061B\u061F«»‹›\u201C-\u201E…\|\u2013\u2014\(\)\[\]\{\}]`,
);
const TOKEN = String.raw`(?:${IN_TOKEN}|\(${IN_TOKEN}*\)|\[${IN_TOKEN}*\])+`;
const LEFT = `[${LATIN}]`;
/** No letter stands before, but of a particle: elsewhere a sign parts two words. */
const APART_FROM_WORDS = either(
	String.raw`(?<![\p{L}\p{M}\p{N}])`,
	String.raw`(?<=(?<![\p{L}\p{M}])[وفبكل]\u0640?)`,
);
/** A sign that a word begins with. */
const LEADING = either(
	// `@example`, `$500K`, `€/MWh`.
	'[@#]',
	String.raw`[${MONEY}]\/?`,
	APART_FROM_WORDS +
		either(
			// `.NET`, `../src`, `~/.bashrc`, `/etc/hosts`, `*.txt`, `--help`; not the end of `a (1).pdf`.
			String.raw`(?<![\)\]])\.(?=[A-Za-z])`,
			String.raw`\.{1,2}\/(?=\w)`,
			String.raw`~\/\.?`,
			String.raw`(?:(?<!\p{L}\u0640?)|(?=\/\w+\/))\/`,
			String.raw`\*\.`,
			'--',
			// `-5dBm`, `∆T=5`, `::1`.
			String.raw`[+\-\u2212±~≈<>≤≥][${MONEY}]?(?=\d)`,
			'[°∂∆∇∑∏∫√]',
			// `⌘+S`.
			String.raw`(?:[⌘⌥⇧⌃]\+?)+`,
			'::',
		),
);
/**
 * The letter of a word is looked for within 200 signs: without a limit the time would grow with
 * the square of the length.
 */
const AHEAD = `${IN_TOKEN}{0,200}`;
/**
 * A word with a letter that runs from the left: the code `0045-118-A7`, the address `2001:db8::1`,
 * the moment `2026-11-26T09:30:00+03:00`, `2.1.3-beta`, `5-HT`, `U.S.`.
 */
const WORD = inTurn(
	// Most letters of a text are Arabic: this is quick to see.
	String.raw`(?![\s\u0600-\u06FF])`,
	String.raw`(?<![\w[\p{L}--\p{Script=Arabic}].@#&\/+\-])`,
	'(?<word>',
	String.raw`(?=${AHEAD}(?:${LEFT}|::|√)|10\.\d{4,9}\/|\[)`,
	`${LEADING}?`,
	String.raw`(?=[\p{L}\p{N}]|\[[\da-f:]+\]:\d)${TOKEN}`,
	// The words of such letters behind it, `5-HT receptor`: in front of them it would stand behind.
	String.raw`(?:(?:[${SPACE}]\d[\d.,:]*)?[${SPACE}](?=${AHEAD}${LEFT})${TOKEN}){0,6}`,
	// What it equals: `f(x) = 3x + 2`, `√2 ≈ 1.414`.
	String.raw`(?:[${SPACE}][=≈≠<>≤≥+×÷±\u2212][${SPACE}](?=[\p{L}\p{N}\-\u2212√])${TOKEN}){0,6}`,
	// The signs of the sentence at its end are none of its own; `5'-ACG-3'`, `C:\a\`, `U.S.` and `Apple Inc.` end with theirs.
	'(?<=',
	String.raw`[\p{L}\p{M}\p{N}${MONEY}%°\u207A\u207B\u2212+#™®\)\]]`,
	String.raw`|['′]\S*\d['′]|:\\\S*\\|(?<!\p{L})(?:[A-Za-z]{1,2}\.){2,5}|(?<!\p{L})(?:Inc|Ltd|Corp|Jr|Sr)\.`,
	'))',
);
const SIGNED = either(
	inTurn(
		// No letter, number or end of one before it, but particles, `بـ-5`, which is no article `(ب-2)`, and the stroke of `5/-3`, `-2°/-9°`.
		either(
			String.raw`(?<![\p{L}\p{M}\w\)\]»%٪°${MONEY}.,:\/]|\d[${SPACE}])`,
			String.raw`(?<=(?<![\p{L}\p{M}\-\/]|\((?=\p{L}-\d+\)))(?:[وفبكل]|[وف]?[بكل]\u0640)|\d°?\/)`,
		),
		// `-5` (Word writes `–5`), `+3.5`, `±2`, `$50`, `-$50`, `$-50`, `#1`; both ends of `-10–-5`.
		either(
			String.raw`[+\-\u2010-\u2013\u2212±][${MONEY}]?`,
			String.raw`[${MONEY}][\-\u2212]?`,
			String.raw`#(?=\d+(?![\p{L}\p{M}\d_]))`,
		),
		DECIMAL,
		// Its unit: `+3.5%`, `+3,5 %`, `-2°`, `+12"`, where the mark ends no quotation.
		String.raw`(?:[${SPACE}\u202F]?[%٪]|[″${MONEY}]|°(?!\p{L})|"(?<!(?:^|[\s\(«])"[^"]*"))?`,
		// The other end of `€5-€10` has its own sign.
		String.raw`(?!\w|-(?![${MONEY}]\d)|[.,:\/]\d)`,
	),
	// `100+`, `50%+`; before a number it is the plus of a telephone number.
	String.raw`(?<![\w.,:\/+\-\u2013])${DECIMAL}%?\+(?![\w+]|\)?[ \-]?\d{5})`,
);
/** Thousands as in Switzerland, `1'000'000`. */
const APART = String.raw`(?<![\w.,:\/+\-'\u2019])\d{1,3}(?:['\u2019]\d{3})+(?:\.\d+)?(?![\w'\u2019])`;
/** `$5`, `10 m`, `5 km²`. */
const AMOUNT = either(
	`[${MONEY}]${DECIMAL}`,
	String.raw`${DECIMAL}[${SPACE}]?(?:[A-Za-z]{1,6}[²³]?|[${MONEY}])(?![\p{L}\w])`,
);
/** `R$ 81.000`, `US$ 50`. */
const PRICE = String.raw`(?<![\w$])[A-Z]{1,3}\$[${SPACE}]${DECIMAL}(?!\w)`;
/** A date in a Latin language, as streets and stadiums have it: `25 de Março`, `5 Juillet 1962`. */
const LATIN_DATE = inTurn(
	String.raw`${START}(?<!\d[${SPACE}])\d{1,2}(?:er)?[${SPACE}](?:de[${SPACE}])?`,
	`(?:[Jj]an|[Ee]ne|[Ff][eé][bv]|[Mm]ar|[Aa][bpv]r|[Mm]a[iy]|[Jj]u[iln]|[Aa]go|[Aa]ug|[Aa]o[uû]|[Ss]e[pt]|[Oo][cu]t|[Nn]ov|[Dd][eéi][cz])[${LATIN}]{0,7}`,
	String.raw`(?:[${SPACE}](?:de[${SPACE}])?\d{4})?(?!\w)`,
);
/** `1 USD = 0.3068 KWD`, `10 m × 20 m`. */
const EQUATION = `${START}${AMOUNT}(?:[${SPACE}]?[=≈×][${SPACE}]?${AMOUNT})+`;
/** `1½`, `+3½%`, `548¾¢`, `6½/9`. */
const MIXED = String.raw`${START}${SIGN}\d+(?:,\d{3})*[${SPACE}]?[¼-¾⅐-⅞](?:\/\d+|[%°$¢€£])?(?!\w)`;
const STEP = String.raw`${SIGN}\d+(?:[.,:]\d+)*[%°]?`;
/** `50→25`, `02:00 → 03:00`, `-2 → +3`: an arrow is not mirrored. `4 x 100`: a letter. */
const STEPS = String.raw`${START}${STEP}(?:[${SPACE}]?[→⇒x][${SPACE}]?${STEP})+(?!\w)`;
/** Of a race or a match. */
const MINUTES = inTurn(
	String.raw`(?<![\w.,:\/])${SIGN}(?:\d+[h:])?\d+`,
	either(
		// `3'29"05`, `3h12'45''`, `90'+4`.
		String.raw`['′\u2019]\+?\d+(?:(?:["″\u201D]|'')\d*)?`,
		// `1'12"`.
		String.raw`(?:["″\u201D]|'')\d+`,
		// `45+1'`.
		String.raw`\+\d+['′\u2019]`,
	),
	String.raw`(?![\w\/]|[.,:]\d)`,
);
/** What one dials: `*123#`, `*#06#`. */
const DIALLED = String.raw`(?<![\w*#])[*#]{1,2}\d+(?:[*#]\d+)*#(?![\w#])`;
/** An account, whose parts would be taken for groups: `SD21 2901 0001 2345 67`. */
const IBAN = String.raw`(?<!\w)[A-Z]{2}\d\d(?:[${SPACE}][A-Z\d]{1,4}){2,8}(?!\w)`;
/** The plate of a car, whose letters stand between its numbers: `4512 AA 00`. Not `8 GB 256`, nor an hour. */
const PLATE = String.raw`(?<![\w.,:\/+\-])\d{1,6}[${SPACE}](?![AP]M|[KMGT]B|[KMG]W)[A-Z]{1,3}[${SPACE}]\d{1,6}(?![\w\/\-]|[.,:]\d)`;
/**
 * The second part of a score, `3-1`, or of `35-60%`, with no letter before it: bidi would run it from the left.
 */
const RESULT = String.raw`(?<=^[^\p{L}]*(?<![\w.,:\/+\-\u2013])\d{1,3})-\d{1,3}(?:[${SPACE}]?%)?(?![\w\/:\-\u2013]|[.,]\d)`;
/** `70%-50%`: each sign stays on the right of its number. */
const SHARES = String.raw`${START}${DECIMAL}%-${DECIMAL}%(?![\w\-\u2013])`;
/** A number before `°م` that no letter stands before: there it would hold the sign, which belongs to the letter. */
const CELSIUS = String.raw`(?<=^[^\p{L}]*(?<![\w.,:\/+\-]))\d+(?:[.,]\d+)*(?=°\p{Script=Arabic})`;
/** `23–26`: read from the right, like the words around it; not the pages of a Latin book, `pp. 23–26`. */
const RANGE = String.raw`(?<![\w.,:\/\-\u2013]|(?<![A-Za-z])pp?\.[${SPACE}])\d+(?:[.,:]\d+)*%?\u2013\d+(?:[.,:]\d+)*%?(?![\w\/\-\u2013])`;
/** `50%`, `12,4 %`: its sign would stand on the left behind Arabic, on the right with a sign before it, or alone. CLDR has it on the right. */
const SHARE = String.raw`(?<![\w.,:\/+\-\u2013])\d+(?:[.,]\d+)*[ \u00A0\u202F]?[%‰](?![\w\-\u2013])`;

const NUMBERS = new RegExp(
	[
		IBAN,
		PLATE,
		QUOTED,
		ORDINAL,
		DIALLED,
		EQUATION,
		PRICE,
		LATIN_DATE,
		MIXED,
		POWER,
		STEPS,
		`(?<parts>${TELEPHONE}|${IN_TWO}|${LAW}|${IDENTITY}|${GROUPS})`,
		REACTION,
		NAMES,
		RATINGS,
		DEGREES,
		APART,
		MINUTES,
		IN_ROW,
		WORD,
		`(?<fromRight>${RESULT}|${SHARES})`,
		CELSIUS,
		SIGNED,
		RANGE,
		SHARE,
		BEHIND_NAME,
		COUNTS,
	].join('|'),
	'gv',
);

const YEAR = String.raw`(?:1\d|20)\d\d`;
const DATE = new RegExp(
	String.raw`^(?:\d{4}-\d\d-\d\d|\d\d?-\d\d?-\d{4}|${YEAR}(?:[ \u00A0\-]${YEAR})+)$`,
	'v',
);

/** A word that bidi holds together, from its first letter to its last; a range with its unit, which is read from the right: `220-240V`. */
const HOLDS = new RegExp(
	String.raw`^(?:\d+(?:[.,:\/]\d+)*)?${LEFT}(?:.*[\p{L}\p{M}\p{N}])?$|^\d+(?:[.,:]\d+)*%?-\d+(?:[.,:]\d+)*(?![\d\-\/])[^\d\-]*$`,
	'v',
);

const ARABIC_NUMBER = /[\u0660-\u0669\u066B\u066C]/;
/** Replaces ٠-٩ by 0-9, their separators by a point and the hyphens of Word by usual ones, one for one: offsets stay the same. */
const asUsual = (text: string) =>
	text
		.replace(/[\u0660-\u0669]/g, (digit) => `${digit.charCodeAt(0) & 15}`)
		.replace(/[\u066B\u066C]/g, '.')
		.replaceAll('\u2011', '-');

/** A part of a text; `dir` where it needs one of its own. */
export interface Run {
	text: string;
	dir?: 'ltr' | 'rtl';
	/** Needs `bdo`: parts in ٠-٩ run from the right even in `dir="ltr"`. */
	override?: true;
}

/**
 * Splits an Arabic text at the numbers that would lose their order in it. For a template:
 * `{runs.map(({ text, dir }) => (dir ? <bdi dir={dir}>{text}</bdi> :
 * text))}`, with `bdo` for `override`.
 *
 * Of numbers in ٠-٩ only those in parts: their sign belongs on the right (CLDR), and their ranges
 * run from the right beside Latin words too (rule W7 of UAX #9 is for other digits).
 * @returns The whole text, in its order; one run if there is no such number.
 */
export function isolateNumbers(text: string): Run[] {
	const runs: Run[] = [];
	let last = 0;
	for (const { 0: found, index, groups } of asUsual(text).matchAll(NUMBERS)) {
		const number = text.slice(index, index + found.length);
		const override = ARABIC_NUMBER.test(number);
		const isWord = groups?.['word'] !== undefined;
		if (isWord && (override ? /^[\p{L}\p{N}]+$/u : HOLDS).test(found)) continue;
		if (DATE.test(found) || (override && !isWord && !groups?.['parts'])) continue;
		if (index > last) runs.push({ text: text.slice(last, index) });
		const dir =
			groups?.['fromRight'] || /^\d[^\u2013\p{L}]*\u2013[^\p{L}]*$/u.test(found) ? 'rtl' : 'ltr';
		runs.push({ text: number, dir, ...(override && { override }) });
		last = index + found.length;
	}
	if (last < text.length || runs.length === 0) runs.push({ text: text.slice(last) });
	return runs;
}

/** A text whose numbers keep their order without elements: by the characters for what `dir` and `bdo` say on the page. */
export const inOrder = (text: string): string =>
	isolateNumbers(text)
		.map(({ text, dir, override }) => {
			const inner = override ? `\u202D${text}\u202C` : text;
			return dir ? `${dir === 'ltr' ? '\u2066' : '\u2067'}${inner}\u2069` : inner;
		})
		.join('');
