"""Template filters that write numbers and dates as Vietnamese do."""

from django import template

register = template.Library()
