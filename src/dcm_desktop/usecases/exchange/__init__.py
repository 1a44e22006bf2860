"""Exchange with the national team: enrolment, bundles out and in, receipts, what is on the way.

Functions that touch files take the `Workspace`; those that take a `DbSession` are for
`Workspace.ask`.
"""

from dcm_desktop.usecases.exchange.common import bundle_name, receipt_name
from dcm_desktop.usecases.exchange.enrolling import accept_enrol, finish_enrol, make_enrol_request
from dcm_desktop.usecases.exchange.receiving import import_bundles, inspect_bundle, preview_import
from dcm_desktop.usecases.exchange.rows import (
    BundleResult,
    BundleRow,
    BundleView,
    EnrolledView,
    EnrolRequestView,
    ExchangeView,
    HistoryRow,
    KindRow,
    PeerView,
    ReceiptsView,
)
from dcm_desktop.usecases.exchange.sending import export_bundle
from dcm_desktop.usecases.exchange.views import get_exchange, list_receipts, suggested_name

__all__ = [
    "BundleResult", "BundleRow", "BundleView", "EnrolRequestView", "EnrolledView", "ExchangeView",
    "HistoryRow", "KindRow", "PeerView", "ReceiptsView", "accept_enrol", "bundle_name",
    "export_bundle", "finish_enrol", "get_exchange", "import_bundles", "inspect_bundle",
    "list_receipts", "make_enrol_request", "preview_import", "receipt_name", "suggested_name",
]  # fmt: skip
