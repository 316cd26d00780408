"""The behaviour every form of the house shares."""

from django import forms


class Form(forms.Form):
    """A form whose mistakes come back from the server with what was typed, not from a browser's bubble.

    The browser's own `required` bubbles are off: they differ by browser, vanish, and are read badly aloud.
    """

    use_required_attribute = False
