/** Gives a file to the person: the browser saves it where downloads go. */
export function saveFile(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // Some browsers begin to read the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
