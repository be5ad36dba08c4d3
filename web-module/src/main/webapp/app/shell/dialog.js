/**
 * Opens a dialogue inside a place. Its script is read when it is first asked for: most visits need none.
 * @param {string} name of its element and its file
 */
export async function openDialog(name, place, parts) {
  try {
    await import(`../../dialogs/${name}.js`);
  } catch {
    alert('The dialogue could not be read, the server does not answer. Try again in a moment, or load the page again.');
    return;
  }
  let dialog = place.querySelector(name);
  if (!dialog) {
    dialog = Object.assign(document.createElement(name), parts);
    place.append(dialog);
  }
  await dialog.updateComplete;
  dialog.show();
}
