"""Forms of this room: well-formed input only; what may be done is asked by the actions."""
