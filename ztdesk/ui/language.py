"""The language of the window: loads the translation that fits the system, English where there is none.

Refuses to know any text.
"""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from ztdesk.paths import resource


def install_language(app: QCoreApplication) -> QTranslator:
    """Load the texts of the system's language into `app` and give the translator, which `app` owns.

    Without any file the texts show as they are written, in English.
    """
    translator = QTranslator(app)
    folder = str(resource("translations"))
    if not translator.load(QLocale.system(), "ztdesk", "_", folder):
        translator.load("ztdesk_en", folder)
    app.installTranslator(translator)
    return translator
