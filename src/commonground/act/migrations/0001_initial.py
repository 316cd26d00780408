import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agree", "0001_initial"),
        ("kernel", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Commitment",
            fields=[
                (
                    "thing",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="kernel.thing",
                    ),
                ),
                ("wording", models.CharField(max_length=300)),
                ("due", models.DateField()),
                ("made", models.DateField()),
                (
                    "status",
                    models.CharField(
                        choices=[("promised", "promised"), ("kept", "kept"), ("dropped", "dropped")],
                        default="promised",
                        max_length=8,
                    ),
                ),
                ("settled", models.DateField(null=True)),
                ("reason", models.CharField(blank=True, default="", max_length=1000)),
                ("reason_language", models.CharField(blank=True, default="", max_length=35)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="people.organisation",
                    ),
                ),
                (
                    "priority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="commitments", to="agree.priority"
                    ),
                ),
            ],
            options={
                "verbose_name": "promise",
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "thing",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="kernel.thing",
                    ),
                ),
                ("sentence", models.CharField(max_length=400)),
                ("link", models.CharField(max_length=500)),
                ("day", models.DateField()),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="act.commitment"
                    ),
                ),
            ],
            options={
                "verbose_name": "evidence",
            },
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("settled__isnull", True), ("status", "promised")),
                    models.Q(("settled__isnull", False), ("status__in", ["kept", "dropped"])),
                    _connector="OR",
                ),
                name="a_settled_promise_has_its_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(("due__gte", models.F("made"))), name="a_promise_is_due_after_it_is_made"
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "dropped"), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_dropped_promise_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "promised")),
                fields=("priority", "organisation", "wording"),
                name="a_promise_is_made_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(("link__startswith", "https://")), name="evidence_is_shown_over_https"
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.UniqueConstraint(
                fields=("commitment", "link", "sentence"), name="evidence_is_shown_once"
            ),
        ),
    ]
