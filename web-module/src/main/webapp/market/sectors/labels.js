const GAP = 3;

/**
 * Where a label goes beside its dot: the first place that is within the bounds and touches none that is taken; null where none is.
 * @param {{x: number, y: number, width: number, height: number}} dot like all boxes here, in pixels
 */
export function placeOf(dot, {width, height}, taken, bounds) {
  const [left, middle, right] = [dot.x - GAP - width, dot.x + (dot.width - width) / 2, dot.x + dot.width + GAP];
  const [above, level, below] = [dot.y - height, dot.y + (dot.height - height) / 2, dot.y + dot.height];
  const places = [[right, level], [left, level], [middle, above], [middle, below], [right, above], [right, below], [left, above], [left, below]];
  return places.map(([x, y]) => ({x, y, width, height}))
      .find(box => isWithin(box, bounds) && !taken.some(other => touch(box, other))) ?? null;
}

const isWithin = (box, {x, y, width, height}) =>
  box.x >= x && box.y >= y && box.x + box.width <= x + width && box.y + box.height <= y + height;

const touch = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
