"""A page of rows, shown as values."""

from typing import Any, cast

from django.core.paginator import Page


def shown[T](page: "Page[Any]", values: list[T]) -> "Page[T]":
    """The same page with the values made of its rows."""
    page.object_list = values
    return cast("Page[T]", page)
