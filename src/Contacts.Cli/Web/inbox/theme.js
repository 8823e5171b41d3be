// Runs before the first paint, so that the page does not flash in the other colours. Without a choice, the system decides.
const chosen = localStorage.getItem('theme');
if (chosen === 'light' || chosen === 'dark') {
    document.documentElement.dataset.theme = chosen;
}
