"""The short lives of this room as tables; touches no database on import (decision 0003)."""
