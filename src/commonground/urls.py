"""Every page lives under its language; the bare address chooses one."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from commonground.web.views import choose_language

urlpatterns = [
    path("", choose_language, name="root"),
    *i18n_patterns(
        path("", include("commonground.web.urls")),
        path("", include("commonground.people.urls")),
        path("", include("commonground.listen.urls")),
        path("", include("commonground.agree.urls")),
        path("", include("commonground.act.urls")),
        path("", include("commonground.measure.urls")),
        path("", include("commonground.tell.urls")),
        path("", include("commonground.ui.urls")),
        path("", include("commonground.demo.urls")),
    ),
]
handler400 = "commonground.ui.errors.bad_request"
handler403 = "commonground.ui.errors.not_allowed"
handler404 = "commonground.ui.errors.not_found"
handler500 = "commonground.ui.errors.broken"
