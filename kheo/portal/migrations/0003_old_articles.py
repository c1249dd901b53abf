import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('portal', '0002_words'),
    ]

    operations = [
        migrations.CreateModel(
            name='OldArticle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=10, verbose_name='đọc từ')),
                ('key', models.CharField(max_length=500, unique=True, verbose_name='tên cũ')),
                ('digest', models.CharField(max_length=64)),
                ('imported_at', models.DateTimeField(auto_now_add=True, verbose_name='nhập lúc')),
                ('page', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='portal.articlepage', verbose_name='tin bài')),
            ],
            options={
                'verbose_name': 'tin bài cũ',
            },
        ),
    ]
