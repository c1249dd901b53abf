"""Forms of this room: papers, number registers, an office's style and templates."""
