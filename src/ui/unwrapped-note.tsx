import './unwrapped-note.css';

/** Why an editor shows each line of a text on one row, though lines are to be wrapped. */
export function UnwrappedNote() {
  return (
    <p className="unwrapped-note">
      Lines are not wrapped: over 100,000 of them, or one that long, would make typing slow.
    </p>
  );
}
