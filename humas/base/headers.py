"""
Headers of every answer.

Two content security policies and nothing between them: readers' pages run our
own files only; the desk may also run what carries this answer's nonce (the
import map of the editor) and the one stylesheet the editor writes itself.
"""

import base64
import secrets

from django.utils.functional import SimpleLazyObject

from humas.base.readers import is_desk

COMMON = (
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "img-src 'self'; font-src 'self'; connect-src 'self'"
)
PUBLIC_POLICY = f"{COMMON}; script-src 'self'; style-src 'self'"

# SHA-256 of the <style> that ProseMirror of django-prose-editor 0.28 adds; a browser test notices when it changes.
EDITOR_STYLE = "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"
DESK_POLICY = f"{COMMON}; script-src 'self' 'nonce-{{nonce}}'; style-src 'self' {EDITOR_STYLE}"


class HeadersMiddleware:
    """Set the policy, and on readers' pages a cache rule where the view named none."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        nonce = SimpleLazyObject(lambda: base64.b64encode(secrets.token_bytes(16)).decode())
        request.csp_nonce = nonce
        response = self.get_response(request)
        headers = response.headers
        if is_desk(request):
            headers["Content-Security-Policy"] = DESK_POLICY.format(nonce=nonce)
            headers.setdefault("Cache-Control", "no-store")
        else:
            headers["Content-Security-Policy"] = PUBLIC_POLICY
            if request.method in ("GET", "HEAD") and response.status_code in (200, 404, 410):
                headers.setdefault("Cache-Control", "public, max-age=0, must-revalidate")
            else:
                headers.setdefault("Cache-Control", "no-store")
        if headers.get("X-Frame-Options") == "SAMEORIGIN":  # a view that said so, and no other
            headers["Content-Security-Policy"] = headers["Content-Security-Policy"].replace(
                "frame-ancestors 'none'", "frame-ancestors 'self'"
            )
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), browsing-topics=()"
        return response
