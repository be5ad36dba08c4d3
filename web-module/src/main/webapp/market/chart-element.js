import {init} from 'echarts';
import {StoreElement} from '../app/store-element.js';

/** Colours of the page as a chart needs them: the tokens as they are now. */
export function colours(element) {
  const style = getComputedStyle(element);
  return Object.fromEntries(['up', 'down', 'text', 'quiet', 'line', 'panel', 'raised', 'focus', 'caution', 'bg']
      .map(name => [name, style.getPropertyValue(`--${name}`).trim()]));
}

const parts = colour => [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16));

/** A colour of the page with less of it, 0 to 1. */
export const faint = (colour, share) => `rgba(${parts(colour).join(', ')}, ${share})`;

/** So much, 0 to 1, of a colour on a ground. */
export function mixed(ground, colour, share) {
  const under = parts(ground);
  return `rgb(${parts(colour).map((part, at) => Math.round(under[at] + share * (part - under[at]))).join(', ')})`;
}

/**
 * A panel with a chart in its `.chart`. Charts stand still between data: motion would say what is not so.
 * A subclass gives the option, or null where there is nothing to draw; redrawn with its topics and with the theme.
 */
export class ChartElement extends StoreElement {
  #chart = null;
  #sizes = new ResizeObserver(() => this.#chart?.resize());

  /** @returns {object | null} an ECharts option */
  option(tokens) {
    return null;
  }

  /** What a click on something drawn means. */
  pick(params) {
  }

  /** Called once with the chart, to listen to more than clicks. */
  drawn(chart) {
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#drop();
  }

  updated() {
    const place = this.querySelector('.chart');
    const option = place && this.option(colours(this));
    if (!option) {
      this.#drop();
      return;
    }
    if (this.#chart?.getDom() !== place) {
      this.#drop();
      this.#chart = init(place);
      this.#chart.on('click', params => this.pick(params));
      this.#sizes.observe(place);
      this.drawn(this.#chart);
    }
    const {text, raised, line} = colours(this);
    this.#chart.setOption({
      animation: false, textStyle: {fontFamily: 'inherit', fontSize: 11, color: text}, ...option,
      tooltip: {
        renderMode: 'richText', backgroundColor: raised, borderColor: line, textStyle: {color: text, fontSize: 12}, confine: true,
        ...option.tooltip,
      },
    }, {replaceMerge: ['series']});
  }

  #drop() {
    this.#sizes.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
  }
}

/** Axis lines, marks and labels in the page's quiet colours. */
export const axis = ({quiet, line}, more = {}) => ({
  axisLine: {lineStyle: {color: line}}, axisTick: {show: false}, axisLabel: {color: quiet, fontSize: 11},
  splitLine: {lineStyle: {color: line, width: 1}}, ...more,
});
