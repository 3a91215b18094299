/**
 * The words by which a bot guesses, in each language.
 *
 * Lists and limits are fixed before a pool is judged by them: where a pool fails, its items are rewritten.
 */

/** The word lists of a language, in lower case. */
export type Lexicon = {
  /** Dropped before texts are compared. Negations stay. */
  stop: string[];
  /** The first that leaves four letters is taken off a word. */
  endings: string[];
  hedges: string[];
  absolutes: string[];
  negations: string[];
  care: string[];
  harsh: string[];
  duty: string[];
  reason: string[];
};

export type Language = keyof typeof lexicons;

export const lexicons = {
  en: {
    stop: list(
      'a an the this that these those here there and or but if so as than then of to in on at by for from with into',
      'about i me my we us our you your he him his she her it its they them their who whom whose which what when',
      'where why how is are was were be been being am do does did have has had will would shall should can could may',
      'might must just too very own one',
    ),
    endings: ['ing', 'ed', 'es', 's'],
    hedges: list(
      'may might can could often usually sometimes likely perhaps possible probably some most tend',
    ),
    absolutes: list('always never only all none every must cannot nobody everyone completely proof'),
    negations: list("no not n't never without neither nor"),
    care: list('safe support listen calm private quiet gently trust help believe choice kind'),
    harsh: list('blame ignore refuse force warn demand accuse dismiss'),
    duty: list('report tell ask note record write call refer notify lead supervisor hotline today first'),
    reason: list('because so since therefore which that if'),
  },
  es: {
    stop: list(
      'un una unos unas el la los las lo este esta esto estos estas ese esa eso aquí allí y e o u pero si así como que',
      'de del a al en por para con sobre me mi nos te tu le les se su sus él ella ellos ellas usted ustedes quien cual',
      'qué cuándo cuando donde es son era fue ser está están estar hay ha han haber hace hacer muy más mismo propio',
    ),
    endings: ['iendo', 'ando', 'ados', 'adas', 'ado', 'ada', 'idos', 'idas', 'ido', 'ida', 'es', 's'],
    hedges: list(
      'puede pueden podría quizá quizás tal vez suele suelen menudo probable posible alguno algunos mayoría',
    ),
    absolutes: list(
      'siempre nunca solo sólo todo todos toda todas ninguno ninguna cada debe nadie completamente prueba',
    ),
    negations: list('no ni nunca sin tampoco'),
    care: list(
      'seguro segura apoyo escuchar calma privado tranquilo confianza ayuda ayudar creer opción amable',
    ),
    harsh: list('culpar ignorar negarse forzar advertir exigir acusar descartar'),
    duty: list(
      'reportar decir preguntar anotar registrar escribir llamar remitir avisar supervisor línea hoy primero',
    ),
    reason: list('porque así ya entonces cual que si'),
  },
} satisfies Record<string, Lexicon>;

function list(...lines: string[]): string[] {
  return lines.join(' ').split(' ');
}
