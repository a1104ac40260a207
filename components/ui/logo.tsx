/** A d whose bowl is the nest and whose stem is the tree. Not under 16 px. */
export function Logo({ size }: { readonly size: 22 | 40 }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      strokeLinecap="round"
      role="img"
      aria-label="Drey"
      className="text-brand"
    >
      <path d="M15.5 2.5v19M15.5 8.2 20.5 4" />
      <path
        fill="currentColor"
        stroke="none"
        fillRule="evenodd"
        d="M9 7.5a7 7 0 1 1 0 14a7 7 0 0 1 0-14zm-.2 4.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5z"
      />
    </svg>
  );
}
