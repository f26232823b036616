/**
 * The shell scripts that make and unmake the mounts of a root. They run in the root's own namespaces, on the
 * host's programs, with every path as an argument; nothing is ever inserted into their text. They start few
 * processes, because a root is reset thousands of times.
 *
 * The workspace ($1) is a directory of the host (/mnt) over which, in the private mount namespace alone, a
 * tmpfs lies. So nothing is written to the host's disk, not even an empty directory, and the kernel frees
 * everything with the last process of the namespace:
 *
 *     systemd        cat, under another name
 *     root/          the overlay into which commands are chrooted
 *     base/          the base: bound here, so that its path may hold any character, or unpacked
 *     mask/          whiteouts for what the base must not show, and files that it shows instead
 *     empty/         empty directories instead of some of it
 *     kernel/        a copy of the host's kernel parameters
 *     runtime/       what /dev and /run start with
 *     fstab          what is mounted in the root
 *     current/       a tmpfs: upper/ and work/ of the root, kernel/ and kernel-work/ of the parameters
 *     layers/N/      former current/s, committed
 *
 * A fork shares the workspace, but not the mounts, with its origin. So no script removes a directory there:
 * that would unmount what the other root has mounted on it.
 */

/**
 * Runs first in the new namespaces, as their process 1. Prints its process id as the host sees it, then echoes
 * its input and ends with it: when the parent dies, in whatever way, the kernel closes the pipe, process 1
 * ends, every process of the namespace is killed, and the mounts go. Ignoring SIGCHLD makes the kernel reap the
 * orphans that process 1 inherits. It is cat under the name systemd, because Ansible looks at the name of
 * process 1 to find out how services are managed.
 * The loopback interface is up, because oscap refuses to scan a system that has no network interface.
 * Argument: workspace; that of a fork is there already. Exit code 92: the host has no `ip`.
 */
export const HOLD = `
command -v ip > /dev/null || exit 92
ip link set lo up
if ! [ -e "$1/systemd" ]; then
  mount -t tmpfs -o mode=0755,size=64m scapc "$1"
  ln -s "$(command -v cat)" "$1/systemd"
fi
read -r pid rest < /proc/self/stat
printf '%s\\n' "$pid"
exec env --ignore-signal=CHLD "$1/systemd"
`;

/**
 * Prepares the workspace. A tarball is unpacked into memory, which the kernel frees with everything else. tar itself
 * refuses members that would lie elsewhere: those with `..` in their names, and those behind a link out of the
 * folder. Devices are refused, but for those in /dev, which every root has its own of: of the base's, one could
 * reach the host's disks, and another would hide files.
 *
 * The kernel's parameters are a copy, so that sysctl -w changes the root and not the host, and a scan sees it.
 * /sys and the parts of /proc that reach the host's hardware are read-only.
 * Arguments: workspace, base. Input: an archive of mask and empty.
 */
export const PREPARE = `
workspace=$1 base=$2
cd "$workspace"
mkdir root base mask empty kernel layers current runtime
if [ -d "$base" ]; then
  mount --bind "$base" base
elif ! [ -e "$base" ]; then
  echo 'There is no such file or directory.' >&2
  exit 1
else
  mount -t tmpfs -o mode=0755 scapc base
  tar --extract --file "$base" --directory base --same-owner --numeric-owner --same-permissions --exclude './dev/*' --exclude 'dev/*'
  device=$(find base \\( -type b -o -type c \\) -print -quit)
  [ -z "$device" ] || { echo "It holds a device: \${device#base}" >&2; exit 1; }
fi
tar --extract

cp -r /proc/sys/. kernel 2>/dev/null || :
(cd /proc/sys && find . -type f ! -perm /444) | while read -r path; do
  : > "kernel/$path"
done
chmod -R u+w kernel

mkdir -p runtime/dev runtime/run/lock
chmod 1777 runtime/run/lock
cd runtime/dev
mknod -m 666 null c 1 3
mknod -m 666 zero c 1 5
mknod -m 666 full c 1 7
mknod -m 666 random c 1 8
mknod -m 666 urandom c 1 9
mknod -m 666 tty c 5 0
ln -s pts/ptmx ptmx
ln -s /proc/self/fd fd
ln -s fd/0 stdin
ln -s fd/1 stdout
ln -s fd/2 stderr
cd "$workspace"

root=$workspace/root
{
  echo "proc $root/proc proc X-mount.mkdir,nosuid,nodev,noexec"
  echo "sysctl $root/proc/sys overlay lowerdir=$workspace/kernel,upperdir=$workspace/current/kernel,workdir=$workspace/current/kernel-work,index=off,xino=on"
  for name in sysrq-trigger irq bus fs acpi scsi; do
    if [ -e "/proc/$name" ]; then
      echo "$root/proc/$name $root/proc/$name none bind,ro"
    fi
  done
  echo "sysfs $root/sys sysfs X-mount.mkdir,ro,nosuid,nodev,noexec"
  echo "devtmpfs $root/dev tmpfs X-mount.mkdir,mode=0755,nosuid,size=16m"
  echo "devpts $root/dev/pts devpts X-mount.mkdir,newinstance,mode=0620,ptmxmode=0666,gid=5"
  echo "shm $root/dev/shm tmpfs X-mount.mkdir,mode=1777,nosuid,nodev"
  echo "tmpfs $root/run tmpfs X-mount.mkdir,mode=0755,nosuid,nodev,size=64m"
} > fstab
`;

/**
 * Mounts a root with a new, empty upper layer, and in it what a system finds at run time. xino=on gives all files
 * of an overlay one device number; without it, oscap takes each file for a mount of its own and skips it.
 * Arguments: workspace, size of the layer in MiB, the lower layers as overlay wants them (colons between).
 */
export const MOUNT_ROOT = `
cd "$1"
mount -t tmpfs -o "mode=0755,size=$2m" scapc current
mkdir current/upper current/work current/kernel current/kernel-work
mount -t overlay -o "lowerdir=$3,upperdir=current/upper,workdir=current/work,index=off,metacopy=off,redirect_dir=on,xino=on" scapc root || exit 90
mount --all --fstab fstab
cp -a runtime/dev runtime/run root
`;

/**
 * Lists what the upper layers of a root hold. Prints records that end with NUL: path, kind, mode, owner, link target
 * (tabs between), then digest and path of each file. A character device stands for what was removed.
 * Argument: workspace.
 */
export const LIST_CHANGES = `
cd "$1/current"
find upper kernel -mindepth 1 -printf '%p\\t%y %m %U:%G %l\\0'
find upper kernel -type f -exec sha256sum --zero -- {} +
`;

/** Unmounts a root, whose processes are gone, and frees its changes. Arguments: as far as needed those of `MOUNT_ROOT`. */
export const DROP_ROOT = `
umount -R "$1/root"
umount -l "$1/current"
`;

/** Unmounts a root, whose processes are gone, and keeps its changes. Arguments: those of `MOUNT_ROOT`, layer number. */
export const KEEP_LAYER = `
umount -R "$1/root"
mkdir -p "$1/layers/$4"
mount --move "$1/current" "$1/layers/$4"
`;

/** `DROP_ROOT`, and frees a layer that was kept. Arguments: those of `MOUNT_ROOT`, layer number. */
export const DROP_LAYER = `${DROP_ROOT}umount -l "$1/layers/$4"
`;

/**
 * Starts a program that sees the fresh state of a root, whatever happens to the root: in a mount namespace of its own,
 * with a root of its own. Prints the process id of the program as the host sees it. The program has the mount
 * namespace of the root as file descriptor 3.
 * Arguments: those of `MOUNT_ROOT`; the program, which may expect to be chrooted by itself.
 */
export const START_COMPANION = `
exec 3< /proc/self/ns/mnt
exec unshare --mount --propagation private sh -euc '${DROP_ROOT}${MOUNT_ROOT}
shift 3
read -r pid rest < /proc/self/stat
echo "$pid"
exec "$@"
' "$0" "$@"
`;
