"""Whether the disks have room: intake pauses while they have not."""

import shutil

from records.settings import PREFIX, Settings


def lacking(settings: Settings) -> str | None:
    """Return why intake pauses, as a line for a person, or None while the watch and the data folder have room."""
    for folder in (settings.watch_dir, settings.data_dir):
        if not folder.is_dir():
            continue
        free, asked = shutil.disk_usage(folder).free, settings.free_bytes
        if free < asked:
            return (
                f"intake pauses: {folder}/ has {free // 1_000_000} MB free, "
                f"{PREFIX}FREE_BYTES asks for {asked // 1_000_000} MB"
            )
    return None
