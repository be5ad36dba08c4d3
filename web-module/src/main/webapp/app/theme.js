// Before the first paint, so that a stored light theme never flashes dark. Everything else waits for the modules.
try {
  Object.assign(document.documentElement.dataset, JSON.parse(localStorage.getItem('tickstock.colours')));
} catch {
  // Unreadable: the page keeps its defaults.
}
