from django.contrib.admin.apps import AdminConfig


class HumasAdminConfig(AdminConfig):
    """Django's admin with our own site in it."""

    default_site = "humas.desk.site.HumasAdminSite"
