"""Find out of an edit whether it was undone and not done again."""

import sqlite3

TAKING_BACK = "SELECT seq FROM edit WHERE origin = ? AND undoes = ?"
GESTURE = "SELECT gesture FROM edit WHERE origin = ? AND seq = ?"


def end_of_gesture(connection: sqlite3.Connection, origin: int, seq: int) -> int:
    """Return the number of the last edit of a gesture, by which an undo names all of it."""
    (gesture,) = connection.execute(GESTURE, (origin, seq)).fetchone()
    while connection.execute(GESTURE, (origin, seq + 1)).fetchone() == (gesture,):
        seq += 1
    return seq


def is_taken_back(connection: sqlite3.Connection, origin: int, seq: int) -> bool:
    """Return whether an edit does not count any more. A redo takes back an undo, and another undo takes that back."""
    taken, at = False, end_of_gesture(connection, origin, seq)
    while found := connection.execute(TAKING_BACK, (origin, at)).fetchone():
        taken, at = not taken, found[0]
    return taken
