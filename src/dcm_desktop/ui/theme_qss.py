"""The one style sheet, generated from tokens. Chrome only: lists and buttons paint themselves.

Decision: item views, `::item`, `*` and `QWidget` never appear here. A rule on a view makes every
scroll step repaint the whole view (measured: 3 ms without, 28 to 175 ms with).
"""

from dcm_desktop.ui.theme_tokens import RADIUS_CARD, RADIUS_CONTROL, RADIUS_ROW, Tokens

TONES = ("text", "text2", "text3", "accent", "soft_text", "selection_text", "on_accent", "disabled")
SIGNS = ("ok", "warn", "bad", "mute")


def style_sheet(t: Tokens) -> str:
    """The whole style sheet of one look. Sizes of type are never in it: fonts are set in code."""
    tones = "\n".join(
        f'QLabel[tone="{name}"] {{ color:{getattr(t, name)}; }}'
        for name in (*TONES, *SIGNS, "toast_text", "toast_link")
    )
    banners = "\n".join(
        f"#banner_{name} {{ background:{getattr(t, name + '_bg')}; border-radius:{RADIUS_ROW}px; }}"
        for name in SIGNS
    )
    box = "QDialogButtonBox QPushButton"  # buttons of Qt's own dialogs; ours paint themselves
    return f"""
#rail, #statusline {{ background:{t.rail}; }}
#page {{ background:{t.bg}; }}
#card {{ background:{t.surface}; border:1px solid {t.border}; border-radius:{RADIUS_CARD}px; }}
#rehearsal {{ background:{t.warn_bg}; }}
#inset {{ background:{t.raised}; border:1px solid {t.border}; border-radius:{RADIUS_ROW}px; }}
#live {{ background:{t.soft}; border:1px solid {t.accent}; border-radius:{RADIUS_ROW}px; }}
#popup {{ background:{t.surface}; border:1px solid {t.border_strong};
  border-radius:{RADIUS_ROW}px; }}
#question {{ background:{t.surface}; border:1px solid {t.border_strong}; }}
#toast {{ background:{t.toast}; border-radius:{RADIUS_ROW}px; }}
#hline {{ background:{t.border}; max-height:1px; min-height:1px; border:none; }}
#vline {{ background:{t.border}; max-width:1px; min-width:1px; border:none; }}
{banners}
QLabel {{ background:transparent; }}
{tones}
{box} {{ background:{t.surface}; color:{t.text}; border:1px solid {t.border_strong};
  border-radius:{RADIUS_CONTROL}px; padding:0 12px; min-height:30px; }}
{box}:hover {{ background:{t.hover}; }}
{box}:pressed {{ background:{t.pressed}; }}
{box}:focus {{ border:2px solid {t.focus}; padding:0 11px; min-height:28px; }}
{box}:disabled {{ color:{t.disabled}; border-color:{t.border}; background:{t.raised}; }}
QToolButton {{ background:transparent; border:1px solid transparent;
  border-radius:{RADIUS_CONTROL}px; padding:4px; color:{t.text2}; }}
QToolButton:hover {{ background:{t.hover}; }}
QToolButton:focus {{ border:2px solid {t.focus}; padding:3px; }}
QLineEdit, QPlainTextEdit {{ background:{t.surface}; color:{t.text};
  border:1px solid {t.border_strong}; border-radius:{RADIUS_CONTROL}px;
  selection-background-color:{t.selection}; selection-color:{t.selection_text}; }}
QLineEdit {{ padding:0 8px; lineedit-password-character:8226; }}
QPlainTextEdit {{ padding:4px 4px; }}
QLineEdit:focus {{ border:2px solid {t.focus}; padding:0 7px; }}
QPlainTextEdit:focus {{ border:2px solid {t.focus}; padding:3px 3px; }}
QLineEdit[invalid="true"] {{ border:2px solid {t.bad_solid}; padding:0 7px; }}
QPlainTextEdit[invalid="true"] {{ border:2px solid {t.bad_solid}; padding:3px 3px; }}
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] {{ background:{t.raised};
  color:{t.text2}; border-color:{t.border}; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ background:{t.raised}; color:{t.disabled};
  border-color:{t.border}; }}
QLineEdit[bare="true"] {{ border:none; background:transparent; }}
QLineEdit[bare="true"]:focus {{ border:none; padding:0 8px; }}
QPlainTextEdit[bare="true"] {{ border:1px solid transparent; background:transparent;
  padding:2px 6px; }}
QPlainTextEdit[bare="true"]:hover {{ border-color:{t.border_strong}; }}
QPlainTextEdit[bare="true"]:focus {{ border:2px solid {t.focus}; background:{t.surface};
  padding:1px 5px; }}
QMenu {{ background:{t.surface}; color:{t.text}; border:1px solid {t.border_strong};
  border-radius:{RADIUS_ROW}px; padding:4px; }}
QMenu::separator {{ height:1px; background:{t.border}; margin:4px 8px; }}
QScrollBar:vertical {{ background:transparent; width:12px; margin:2px; border:none; }}
QScrollBar:horizontal {{ background:transparent; height:12px; margin:2px; border:none; }}
QScrollBar::handle {{ background:{t.scroll}; border-radius:4px; }}
QScrollBar::handle:vertical {{ min-height:32px; }}
QScrollBar::handle:horizontal {{ min-width:32px; }}
QScrollBar::handle:hover {{ background:{t.mute_solid}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width:0; height:0; border:none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background:transparent; }}
QToolTip {{ background:{t.toast}; color:{t.toast_text}; border:1px solid {t.toast};
  padding:4px 6px; }}
QProgressBar {{ background:{t.mute_bg}; border:none; border-radius:3px; max-height:6px; }}
QProgressBar::chunk {{ background:{t.accent}; border-radius:3px; }}
"""
