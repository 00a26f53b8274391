"""Pages run as scripts here as well."""

from tests.app.conftest import manifests_once

__all__ = ["manifests_once"]
