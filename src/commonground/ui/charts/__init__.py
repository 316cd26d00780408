"""Charts drawn on the server: typed values into one of three functions, the result into the `chart` tag."""

from commonground.ui.charts.frame import Chart, as_csv, standalone
from commonground.ui.charts.opinion_map import Cell, Group, opinion_map
from commonground.ui.charts.ranges import Range, ranges
from commonground.ui.charts.series import Point, series

__all__ = ["Cell", "Chart", "Group", "Point", "Range", "as_csv", "opinion_map", "ranges", "series", "standalone"]
