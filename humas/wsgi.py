"""The door through which a production server calls Humas."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "humas.settings")

application = get_wsgi_application()
