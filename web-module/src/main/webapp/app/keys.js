/** Listens to the page's keys; text fields and dialogs keep theirs. */
export const keyListener = actions => event => {
  const {key, target} = event;
  const typing = target.closest('input:not([type=checkbox]), dialog, [popover]');
  // A control in focus takes space and Enter itself.
  const control = [' ', 'Enter'].includes(key) && target.closest('button, summary, input, a');
  if (!typing && !control && !event.ctrlKey && !event.metaKey && !event.altKey && actions[key]) {
    event.preventDefault();
    actions[key]();
  }
};
