/**
 * Makes a listener for the keys of the whole page. Text fields and dialogs keep theirs.
 * @param {Record<string, () => void>} actions by key
 */
export const keyListener = actions => event => {
  const {key, target} = event;
  const typing = target.closest('input:not([type=checkbox]), dialog, [popover]');
  // A control in focus takes space and Enter itself.
  const control = (key === ' ' || key === 'Enter') && target.closest('button, summary, input, a');
  if (!typing && !control && !event.ctrlKey && !event.metaKey && !event.altKey && actions[key]) {
    event.preventDefault();
    actions[key]();
  }
};
