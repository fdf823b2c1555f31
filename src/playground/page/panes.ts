// Which panes are seen is the page's own affair, not the world's: two attributes of the body that the style sheet reads.
// A wide page has all three side by side; a phone shows one, and `data-pane` says which.

/** Shows the conversation, where only one pane has room. */
export function showChat(): void {
  document.body.dataset.pane = 'chat';
}

export function showChats(): void {
  document.body.dataset.pane = 'chats';
}

export function togglePanel(): void {
  const { dataset } = document.body;
  if (matchMedia('(width < 720px)').matches) {
    dataset.pane = dataset.pane === 'panel' ? 'chat' : 'panel';
  } else {
    dataset.panel = dataset.panel === 'open' ? 'closed' : 'open';
  }
}

/** The panel is open from the start where it covers nothing, and again when the page becomes that wide. */
export function arrangePanes(): void {
  const wide = matchMedia('(width >= 1100px)');
  const arrange = () => {
    document.body.dataset.panel = wide.matches ? 'open' : 'closed';
  };
  wide.addEventListener('change', arrange);
  arrange();
}
