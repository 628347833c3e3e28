from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('comments', '0007_tally'),
    ]

    operations = [
        migrations.AddField(
            model_name='hiding',
            name='looked_at',
            field=models.PositiveIntegerField(default=0, verbose_name='addresses looked at again'),
        ),
    ]
