/** The f of a function, drawn so that it keeps its weight beside 14 px mono text. */
export function FunctionIcon() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" aria-hidden="true" className="function-icon">
      <path
        d="M10.9 3.2c-1.9-.7-3 .2-3.3 1.9L6.2 12c-.3 1.4-1.2 2-2.6 1.4M4.6 6.9h5.6"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
    </svg>
  );
}
