"""The short lives of the portal as tables; touches no database on import (decision 0003)."""
