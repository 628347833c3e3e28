
import comments.models.search
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('comments', '0006_queue_filled'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchedWords',
            fields=[
                ('number', models.BigIntegerField(db_column='rowid', primary_key=True, serialize=False)),
                ('words', comments.models.search.WordsField(db_column='comments_search')),
            ],
            options={
                'verbose_name': 'searched words',
                'verbose_name_plural': 'searched words',
                'db_table': 'comments_search',
                'managed': False,
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Tally',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=12)),
                ('person', models.BigIntegerField(default=0)),
                ('count', models.BigIntegerField()),
            ],
            options={
                'verbose_name': 'tally',
                'verbose_name_plural': 'tallies',
                'default_permissions': (),
            },
        ),
    ]
