/** Okabe–Ito: told apart by all common kinds of colour vision. Lines and bars are labelled beside them as well. */
export const OKABE_ITO = {
  blue: '#0072B2',
  orange: '#E69F00',
  green: '#009E73',
  vermilion: '#D55E00',
  sky: '#56B4E9',
  purple: '#CC79A7',
} as const;
