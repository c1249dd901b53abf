"""The short lives of the movement as tables; touches no database on import (decision 0003)."""
