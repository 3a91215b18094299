/** The about page. */
import type * as en from '../en/about';

export const about = {
  title: 'Sobre este curso',
  lede: 'Quién lo hizo, en qué se apoya y qué no puede prometer.',
  answers: 'Cómo se guardan sus respuestas',
  answersText: [
    'Sus respuestas se guardan en este navegador, en este equipo, y en ningún otro lugar. No hay cuenta ni servidor nuestro. No se envía nada a menos que usted entregue un registro.',
    'Lo que usted pone en las lecciones, qué tan segura es cada respuesta, lo que salta y las escenas que prueba nunca salen de este equipo. Un registro de finalización contiene sus respuestas de la prueba final, para que se pueda comprobar el puntaje.',
    'Quien pueda usar este navegador puede abrir lo que se guarda aquí. Una ventana privada lo olvida cuando usted la cierra. Borrar los datos del navegador lo elimina. Algunos navegadores guardan una segunda copia en este equipo por si la primera se daña; se borra junto con ella.',
  ],
  reviews: (title: string) => `Quién lo ha revisado: ${title}`,
  edition: (edition: string) => `Edición ${edition}.`,
  notSurvivors: 'Todavía no lo han revisado sobrevivientes.',
  notReviewed: 'Sin revisar',
  verdict: (verdict: 'agree' | 'change', date: string | null) =>
    `${verdict === 'agree' ? 'De acuerdo' : 'Pide un cambio'}${date ? `, ${date}` : ''}`,
  law: (contact: string) =>
    `Las líneas sobre la ley son resúmenes con fuente y fecha, no asesoría legal. Su agencia puede pedir más.${contact ? ` Preguntas: ${contact}.` : ''}`,
  sources: 'En qué se apoya',
  sourcesText:
    'Cada dato de una lección nombra su fuente. Una cifra dice de qué año es, de qué lugar y qué se contó. Los reportes no son personas.',
  list: (n: number) => `Las ${n} fuentes, y cuándo se revisaron por última vez`,
  access: 'Accesibilidad y teclas',
  accessText: [
    'El curso sigue las pautas WCAG 2.2, niveles A y AA. Cada página funciona solo con el teclado, a 320 píxeles, con 400 % de aumento, en modo oscuro, con alto contraste y sin movimiento.',
    'Los números eligen una respuesta, Intro avanza, F marca una pregunta. Mayús tres veces sale al instante.',
  ],
  keys: 'Las teclas solas actúan (números, Intro, F)',
  licence: 'Licencia abierta',
  licenceText:
    'El código tiene la licencia MIT; las letras, la SIL Open Font License. Cualquiera puede alojarlo, cambiarlo y compartirlo.',
} satisfies typeof en.about;
