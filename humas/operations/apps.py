from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "humas.operations"
    label = "operations"
