"""The page that tells what became of the first conversation."""

from commonground.demo.texts.bilingual import Bilingual

TITLE = Bilingual(
    "Quarterly report: the wait at the Foundry loop",
    "Rapport trimestriel : l’attente à la boucle Foundry",
    reviewed=True,
)
SUMMARY = Bilingual(
    "More than four hundred people said what makes the wait at the loop hard. The table made it a priority, against "
    "one "
    "vote, and eight organisations promised something. The drop-in is open and hosts are at the stop. One lamp is "
    "still "
    "dark and late. After 26 weeks those who answered the survey feel safer when they wait, and fewer of them say that "
    "they are told what happened after a report. That second figure is why we ask again.",
    "Plus de quatre cents personnes ont dit ce qui rend l’attente à la boucle difficile. La table en a fait une "
    "priorité, "
    "malgré une voix contre, et huit organismes ont fait une promesse. La halte est ouverte et des hôtes sont à "
    "l’arrêt. "
    "Un lampadaire est encore éteint, en retard. Après 26 semaines, les personnes qui ont répondu au sondage se "
    "sentent "
    "plus en sécurité quand elles attendent, et elles sont moins nombreuses à dire qu’on leur apprend ce qui s’est "
    "passé "
    "après un signalement. C’est à cause de ce second chiffre que nous posons une nouvelle question.",
    reviewed=True,
)
