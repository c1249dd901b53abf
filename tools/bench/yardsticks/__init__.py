"""The bare way to the same result, without our code: what the measured thing is compared with."""
