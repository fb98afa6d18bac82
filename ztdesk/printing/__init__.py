"""Cards, badges, practice boxes and manifests on paper: Qt's PDF writer and printers, Code 128 by python-barcode."""
