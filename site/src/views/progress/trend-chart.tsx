import type { TrendPoint } from '../../core/progress/trends.ts'

/** Older attempts would only narrow the steps between the newer ones. */
const most = 20
const [width, height] = [240, 64]
const [left, right, top, bottom] = [30, 8, 8, 8]

const y = (share: number): number => top + (1 - share) * (height - top - bottom)

/** The points of a trend as a line. Decorative: the numbers are beside it and in the table. */
export function TrendChart({ points }: { readonly points: readonly TrendPoint[] }) {
  const shown = points.slice(-most)
  const step = (width - left - right) / Math.max(shown.length - 1, 1)
  const x = (index: number): number => (shown.length === 1 ? (left + width - right) / 2 : left + index * step)
  return (
    <svg class="trend" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {[0, 0.5, 1].map((share) => (
        <line key={share} class="grid" x1={left} x2={width - right} y1={y(share)} y2={y(share)} />
      ))}
      {[0, 1].map((share) => (
        <text key={share} x={left - 6} y={y(share) + 3.5} text-anchor="end">
          {share * 100}
        </text>
      ))}
      <polyline points={shown.map(({ mean }, index) => `${x(index)},${y(mean)}`).join(' ')} />
      {shown.map(({ attemptId, share }, index) => (
        <circle key={attemptId} cx={x(index)} cy={y(share)} r="3.5" />
      ))}
    </svg>
  )
}
