import {
  faAngleDown,
  faAngleLeft,
  faAngleRight,
  faCheck,
  faCopy,
  faDownload,
  faFilter,
  faLink,
  faMagnifyingGlass,
  faMoon,
  faPrint,
  faRotateLeft,
  faRotateRight,
  faSun,
  faTrash,
  faUpload,
  faXmark,
  type IconDefinition,
} from '@fortawesome/free-solid-svg-icons';
import { svg } from './dom.js';

const icons = {
  check: faCheck,
  close: faXmark,
  copy: faCopy,
  dark: faMoon,
  down: faAngleDown,
  export: faDownload,
  filter: faFilter,
  import: faUpload,
  light: faSun,
  link: faLink,
  next: faAngleRight,
  previous: faAngleLeft,
  print: faPrint,
  redo: faRotateRight,
  remove: faTrash,
  search: faMagnifyingGlass,
  undo: faRotateLeft,
} satisfies Record<string, IconDefinition>;

export type IconName = keyof typeof icons;

/** A Font Awesome icon, in the colour and size of the text around it; the words beside it say what it means. */
export function icon(name: IconName): SVGElement {
  const [width, height, , , path] = icons[name].icon;
  return svg(
    'svg',
    { class: 'icon', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
    svg('path', { d: typeof path === 'string' ? path : path.join(''), fill: 'currentColor' }),
  );
}
