/** While nothing is known that a page could show: keeps what `index.html` says of waiting in sight. */
export function Starting() {
  return <div data-starting />;
}
