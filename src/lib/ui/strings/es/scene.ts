/** A scene and its outcome. */
import type * as en from '../en/scene';

export const scene = {
  made: 'Las personas aquí se inventaron a partir de muchos relatos. Ninguna es real.',
  plain: 'Leer una versión sencilla',
  full: 'Leer la escena completa',
  keys: ['1', 'a', '3'] as [string, string, string],
  hint: 'Un buen colega podría hacer cualquiera de estas cosas. Elija lo que usted haría, no lo que cree que queremos.',
  missing: 'Primero elija uno de los tres caminos.',
  do: 'Hacer esto',
  chose: (n: number) => `Eligió ${n}`,
  followed: 'Lo que siguió',
  why: 'Por qué uno de ellos abre una puerta',
  ways: 'Los tres caminos posibles',
  here: 'Usted está aquí',
  first: 'Su primera elección',
  tried: 'Ya lo probó',
  best: 'Abre una puerta',
  another: 'Probar otro camino',
  anotherText:
    'Una escena no es un examen. Nada de aquí cuenta en su contra. Su primera elección se queda, y puede ver a dónde lleva otro camino.',
  goBack: 'Volver a la escena',
  open: 'Lo que esta escena deja abierto',
  next: 'Lo que se lleva',
} satisfies typeof en.scene;
