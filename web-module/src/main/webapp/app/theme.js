// Before the first paint, so that a stored light theme never flashes dark.
try {
  const {theme, palette} = JSON.parse(localStorage.getItem('tickstock.preferences'));
  Object.assign(document.documentElement.dataset, {theme, palette});
} catch {
  // Nothing stored: the defaults hold.
}
