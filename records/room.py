"""Whether the disks have room: intake waits while they have not."""

import shutil

from records.settings import PREFIX, Settings


def lacking(settings: Settings) -> str | None:
    """Return what lacks room, as a person would say it, or None while the watch and the data folder have enough."""
    for name, folder in (("watch", settings.watch_dir), ("data", settings.data_dir)):
        if not folder.is_dir():
            continue
        free, asked = shutil.disk_usage(folder).free, settings.free_bytes
        if free < asked:
            return (
                f"the disk of the {name} folder has {free // 1_000_000} MB free, "
                f"{PREFIX}FREE_BYTES asks for {asked // 1_000_000} MB"
            )
    return None
