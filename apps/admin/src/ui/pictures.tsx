/** Little drawings of filled pages, for empty states. They take their colours from the theme through currentColor. */
const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5, opacity: 0.35 } as const;
const bar = { fill: 'currentColor', opacity: 0.25 } as const;
const green = '#009E73';

export function ListPicture() {
  return (
    <svg viewBox="0 0 320 140" role="presentation">
      {[0, 1, 2, 3].map((row) => (
        <g key={row} transform={`translate(0 ${row * 35})`}>
          <rect x="8" y="12" width="72" height="8" rx="4" {...bar} />
          <rect x="108" y="12" width={110 - row * 26} height="8" rx="4" fill={green} opacity="0.8" />
          <circle cx="254" cy="16" r="5" fill={['#009E73', '#009E73', '#E69F00', '#D55E00'][row]} />
          <rect x="266" y="12" width="40" height="8" rx="4" {...bar} />
          <path d="M0 33H320" {...line} />
        </g>
      ))}
    </svg>
  );
}

export function TimelinePicture() {
  return (
    <svg viewBox="0 0 320 140" role="presentation">
      <path d="M24 12V128" {...line} />
      {[0, 1, 2].map((row) => (
        <g key={row} transform={`translate(0 ${row * 42})`}>
          <circle cx="24" cy="22" r="6" fill={['#009E73', '#0072B2', '#E69F00'][row]} />
          <rect x="44" y="14" width={180 - row * 30} height="8" rx="4" {...bar} />
          <rect x="44" y="28" width={120 + row * 20} height="6" rx="3" {...bar} />
        </g>
      ))}
    </svg>
  );
}

export function MatrixPicture() {
  return (
    <svg viewBox="0 0 320 140" role="presentation">
      {[0, 1, 2, 3].map((row) => (
        <g key={row} transform={`translate(0 ${row * 35})`}>
          <rect x="8" y="12" width="90" height="8" rx="4" {...bar} />
          {[0, 1, 2].map((column) => (
            <g key={column} transform={`translate(${140 + column * 60} 7)`}>
              <rect width="18" height="18" rx="4" {...line} />
              {(row + column) % 2 === 0 && <path d="M4 9l4 4 7-8" fill="none" stroke={green} strokeWidth="2.5" />}
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}
