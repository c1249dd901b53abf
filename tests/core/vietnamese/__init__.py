"""Vietnamese text on the ground floor: examples, rules drawn at random, and orders and tables published by others."""
