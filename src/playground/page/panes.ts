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

/** Starts with the panel open where it covers nothing. */
export function arrangePanes(): void {
  document.body.dataset.panel = matchMedia('(width >= 1100px)').matches ? 'open' : 'closed';
}
