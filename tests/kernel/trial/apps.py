from django.apps import AppConfig


class TrialConfig(AppConfig):
    name = "tests.kernel.trial"
    label = "trial"

    def ready(self) -> None:
        from commonground.kernel import seals, thread
        from tests.kernel.trial import access  # noqa: F401
        from tests.kernel.trial.models import Meeting, PendingMark, SealedMark

        seals.register(PendingMark, SealedMark)
        thread.register(
            thread.Kind(
                model=Meeting, word="Met", title="name", address=lambda row: f"/m/{row.id}", day=lambda row: None
            )
        )
