/** The record: handing it over, and the certificate. */
import type * as en from '../en/record';
import { word } from './say';

export const handOver = {
  title: 'Entregue su registro',
  text: 'Está en este equipo y en ningún otro lugar. Quien le supervisa lo ve cuando usted lo entrega. Contiene sus respuestas de la prueba final, para que se pueda comprobar el puntaje. Lo que puso en las lecciones, y qué tan segura era cada respuesta, se queda aquí.',
  making: 'Un momento: se está haciendo su registro.',
  failed: 'Su registro no se pudo hacer ahora. Su resultado se guarda en este equipo.',
  again: 'Intentar otra vez',
  unsigned: 'Sin firma',
  unsignedText:
    'Este navegador no pudo firmar el registro. El archivo tiene las mismas respuestas y dice que no está firmado, así que quien lo compruebe verá «no se puede saber». Se arregla al abrir esta página por https, o en otro navegador.',
  file: 'Enviar el archivo',
  fileText: 'Es lo mejor. Descárguelo y adjúntelo a un correo, o póngalo en la carpeta compartida.',
  download: (bytes: number) => `Descargar el registro, ${kilobytes(bytes)} KB`,
  share: 'Enviarlo desde aquí',
  shareFailed: 'Este equipo no aceptó el archivo. Descárguelo.',
  code: 'Mostrar el código',
  codeText: 'Si no puede enviar archivos. Contiene el registro corto: nombre, resultado y firma.',
  codeLabel: 'Código de su registro, para una cámara',
  noCode: 'No hay código: llevaría una firma, y este registro no la tiene.',
  copy: 'Copiar el código como texto',
  copied: 'Copiado',
  copyFailed: 'Su navegador no permitió copiar.',
  paper: 'Imprimirlo',
  paperText: 'Un certificado de una página con el mismo código. Funciona sin red.',
  certificate: 'Abrir el certificado',
  progress: '¿Alguien pregunta cuánto lleva?',
  progressText:
    'Puede entregar un registro de avance. Contiene las lecciones que cerró y sus respuestas en las pruebas entregadas, y nada más.',
  progressDownload: 'Descargar un registro de avance',
} satisfies typeof en.handOver;

export const certificate = {
  title: 'Certificado',
  toResult: 'Volver a su resultado',
  print: 'Imprimir',
  records: 'Este documento registra que',
  course: (course: string, edition: string) => `${course}, edición ${edition}`,
  passed: 'aprobó el curso',
  on: 'el',
  with: 'con',
  score: (right: number, of: number) => `${right} de ${of}`,
  right: 'respuestas acertadas',
  must: (right: number, of: number) =>
    `y ${right === of ? (of === 1 ? 'la pregunta imprescindible' : of === 2 ? 'las dos preguntas imprescindibles' : `las ${of} preguntas imprescindibles`) : `${word(right).toLowerCase()} de las preguntas imprescindibles`}`,
  agency: 'Agencia o escuela',
  staffNo: 'Número de personal',
  renew: 'Renovar antes del',
  id: 'Número de registro',
  provider: 'Proveedor',
  responsible: 'Responsable',
  label: 'Código de este registro, para una cámara',
  how: 'Para comprobar este papel:',
  howLink:
    'apunte la cámara de un teléfono al código y abra la dirección que muestra. Para la comprobación completa, cargue allí el archivo del registro.',
  howText:
    'lea el código con la cámara de un teléfono, abra el curso, elija «Comprobar un registro» y pegue lo que dice el código. Para la comprobación completa, cargue allí el archivo del registro.',
  howFile: 'abra el curso, elija «Comprobar un registro» y cargue el archivo del registro.',
  unsigned: 'Sin firma: este navegador no pudo firmar el registro, así que este papel no tiene código.',
  shows:
    'Si coincide, no hay señal de cambios desde que el registro se hizo en el equipo de quien tomó el curso. No prueba quién estaba frente al equipo, ni que nadie ayudó. Las lecciones se pueden cerrar sin hacer cada paso; lo que se calificó es la prueba final. No es una licencia ni una certificación legal.',
  draft:
    'Hecho con un borrador de este curso, antes de su publicación. Una comprobación de este registro no puede decir si es válido.',
  preview:
    'Hecho con una versión preliminar de este curso. Todavía no se ha revisado, y no es para capacitación.',
  none: 'Todavía no hay certificado',
  noneText:
    'Se hace a partir de una prueba final aprobada. Su lugar y sus respuestas se guardan en este equipo.',
  toMap: 'Volver al mapa',
} satisfies typeof en.certificate;

/** Never "0 KB": a file is at least one. */
const kilobytes = (bytes: number) => Math.max(1, Math.round(bytes / 1000));
