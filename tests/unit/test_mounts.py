"""Which folders the embedded database does not start in."""

from pathlib import Path

import pytest

from records.mounts import linux_mounts, macos_mounts, shared_kind

LINUX = """\
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
31 27 0:40 / /srv/desk rw,relatime shared:7 - nfs4 store:/desk rw,vers=4.2
32 27 0:41 / /srv/desk/local rw,relatime - xfs /dev/vdb rw
33 27 0:42 / /media/Press\\040Office rw - fuse.sshfs desk@store:/ rw
34 27 0:43 / /media/stick rw - fuseblk /dev/sdb1 rw
35 27 0:44 / /repo rw - virtiofs shared rw
"""
MACOS = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//desk@store/news on /Volumes/News Desk (smbfs, nodev, nosuid, mounted by desk)
/dev/disk4 on /Volumes/stick (hfs, local)
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/desk/var", "nfs4"),
        ("/srv/desk/local/var", None),
        ("/media/Press Office/var", "fuse.sshfs"),
        ("/media/stick/var", None),
        ("/repo/var", "virtiofs"),
        ("/srv/deskvar", None),
        ("/people/ann/var", None),
    ],
)
def test_a_folder_is_shared_by_the_nearest_mount_above_it(folder: str, kind: str | None) -> None:
    assert shared_kind(Path(folder), linux_mounts(LINUX)) == kind


def test_a_macos_share_is_known_by_what_mount_prints() -> None:
    mounts = macos_mounts(MACOS)
    assert mounts == {Path("/"): "apfs", Path("/Volumes/News Desk"): "smbfs", Path("/Volumes/stick"): "hfs"}
    assert shared_kind(Path("/Volumes/News Desk/var"), mounts) == "smbfs"


def test_a_machine_whose_root_is_such_a_mount_is_let_be() -> None:
    assert shared_kind(Path("/people/ann/var"), {Path("/"): "virtiofs"}) is None
