/**
 * The shell scripts that make and unmake the mounts of a root. They run in the root's own namespaces, on the
 * host's programs, with every path as an argument; nothing is ever inserted into their text.
 *
 * The workspace ($1) is a directory of the host (/mnt) over which, in the private mount namespace alone, a
 * tmpfs lies. So nothing is written to the host's disk, not even an empty directory, and the kernel frees
 * everything with the last process of the namespace:
 *
 *     root/          the overlay into which commands are chrooted
 *     base/          the base, bound here so that its path may hold any character
 *     mask/          whiteouts for what the base must not show
 *     kernel/        a copy of the host's kernel parameters
 *     layers/N/      a tmpfs each: upper/ and work/
 */

/**
 * Runs first in the new namespaces, as their process 1. Prints its process id as the host sees it, then
 * echoes its input and ends with it: when the parent dies, in whatever way, the kernel closes the pipe, `cat`
 * ends, every process of the namespace is killed, and the mounts go. Ignoring SIGCHLD makes the kernel reap
 * the orphans that process 1 inherits.
 */
export const HOLD = `
trap '' CHLD
read -r pid rest < /proc/self/stat
printf '%s\\n' "$pid"
exec cat
`;

/**
 * Prepares the workspace.
 * Arguments: workspace, base, then the paths of the base (absolute) to hide.
 */
export const PREPARE = `
workspace=$1 base=$2
shift 2
mount -t tmpfs -o mode=0755,size=64m scapc "$workspace"
cd "$workspace"
mkdir root base mask kernel layers
mount --bind "$base" base
for path; do
  mkdir -p "mask/\${path%/*}"
  mknod "mask$path" c 0 0
done
cp -r /proc/sys/. kernel 2>/dev/null || :
(cd /proc/sys && find . -type f ! -perm /444) | while read -r path; do
  : > "kernel/$path"
done
chmod -R u+w kernel
`;

/**
 * Mounts a root with a new, empty upper layer.
 * Arguments: workspace, layer number, its size in MiB, the lower layers as overlay wants them (colons between).
 */
export const MOUNT_ROOT = `
workspace=$1 layer=layers/$2 size=$3 lower=$4
cd "$workspace"
mkdir -p "$layer"
mount -t tmpfs -o "mode=0755,size=\${size}m" scapc "$layer"
mkdir "$layer/upper" "$layer/work" "$layer/kernel" "$layer/kernel-work"
if ! mount -t overlay -o "lowerdir=$lower,upperdir=$layer/upper,workdir=$layer/work,index=off,metacopy=off,redirect_dir=on" scapc root; then
  exit 90
fi
`;

/**
 * Mounts what a system finds at run time: /proc, /sys, /dev and /run.
 *
 * The kernel's parameters are a copy, so that sysctl -w changes the root and not the host, and a scan sees it.
 * /sys and the parts of /proc that reach the host's hardware are read-only.
 * Arguments: workspace, layer number.
 */
export const MOUNT_RUNTIME = `
layer=$1/layers/$2
cd "$1/root"
mkdir -p proc sys dev run
mount -t proc -o nosuid,nodev,noexec proc proc
mount -t overlay -o "lowerdir=$1/kernel,upperdir=$layer/kernel,workdir=$layer/kernel-work,index=off,xino=off" sysctl proc/sys
for name in sysrq-trigger irq bus fs acpi scsi; do
  if [ -e "proc/$name" ]; then
    mount --bind "proc/$name" "proc/$name"
    mount -o remount,bind,ro "proc/$name"
  fi
done
mount -t sysfs -o ro,nosuid,nodev,noexec sysfs sys
mount -t tmpfs -o mode=0755,nosuid,size=16m devtmpfs dev
mkdir dev/pts dev/shm
mknod -m 666 dev/null c 1 3
mknod -m 666 dev/zero c 1 5
mknod -m 666 dev/full c 1 7
mknod -m 666 dev/random c 1 8
mknod -m 666 dev/urandom c 1 9
mknod -m 666 dev/tty c 5 0
mount -t devpts -o newinstance,mode=0620,ptmxmode=0666,gid=5 devpts dev/pts
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
ln -s fd/0 dev/stdin
ln -s fd/1 dev/stdout
ln -s fd/2 dev/stderr
mount -t tmpfs -o mode=1777,nosuid,nodev shm dev/shm
mount -t tmpfs -o mode=0755,nosuid,nodev,size=64m tmpfs run
mkdir -p run/lock
chmod 1777 run/lock
`;

/**
 * Gives the hidden directories back, empty. Arguments: workspace, then for each the octal mode and the path.
 */
export const MAKE_EMPTY_DIRECTORIES = `
cd "$1/root"
shift
while [ $# -gt 0 ]; do
  mkdir -p ".$2"
  chmod "$1" ".$2"
  shift 2
done
`;

/** Unmounts a root, whose processes are gone. Argument: workspace. */
export const UNMOUNT_ROOT = `
umount -R "$1/root"
`;

/** Frees an upper layer. Arguments: workspace, layer number. */
export const DROP_LAYER = `
umount -l "$1/layers/$2"
rmdir "$1/layers/$2"
`;
