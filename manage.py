#!/usr/bin/env python
"""Django's command line for Khéo."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line  # slow, and wants the line above first

    execute_from_command_line(sys.argv)
