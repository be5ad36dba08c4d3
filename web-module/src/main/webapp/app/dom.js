/** Makes an element. @param {...(string | Node)} content */
export function make(tag, className = '', ...content) {
  const element = Object.assign(document.createElement(tag), {className});
  element.append(...content);
  return element;
}
