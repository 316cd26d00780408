"""Everything that is said in Alder Falls, in both languages. Invented throughout."""

from commonground.demo.texts.bilingual import Bilingual

__all__ = ["Bilingual"]
