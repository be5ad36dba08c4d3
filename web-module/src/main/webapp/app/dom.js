/** Makes an element. @param {...(string | Node)} content */
export function make(tag, className = '', ...content) {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...content);
  return element;
}
