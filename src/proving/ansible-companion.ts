/**
 * A program in Python that runs playbooks as ansible-playbook does, without the time that takes to start: it has loaded
 * Ansible, and each playbook runs in a copy (fork) of it, which enters the root. Nor is a module handed to a new Python,
 * which would compile all that it imports, but to one more copy. Together that saves two thirds of the time. What a
 * playbook and a module do stays the same; commands, and modules that get an environment of their own, run as always.
 *
 * It is a companion of a root (see `Root.ask`). A line asks for a run, in JSON:
 *
 *     files      what is to be there, by path
 *     folder     a directory for that and for all that Ansible leaves; it is removed afterwards
 *     args       the arguments of ansible-playbook, its name first
 *     gathering  when facts are gathered, as ANSIBLE_GATHERING has it
 *
 * The answer has `exitCode`, `stdout` and `stderr`.
 */
export const ANSIBLE_COMPANION = `
import ctypes, gc, json, os, selectors, shutil, sys, tempfile, traceback

sys.path.remove("")  # the current folder, where no installed program looks for modules

import ansible.constants
import ansible.module_utils.basic
from ansible.cli.playbook import PlaybookCLI
from ansible.parsing.dataloader import DataLoader
from ansible.plugins import loader
from ansible.plugins.connection.local import Connection
from ansible.template import Templar

ROOT_NAMESPACE = 3
CLONE_NEWNS = 0x20000
MODULE = "/bin/sh -c '/usr/bin/python3 && sleep 0'"
MOST = 64 * 1024 * 1024


def load():
    for kind in (loader.action_loader, loader.become_loader, loader.callback_loader, loader.connection_loader,
                 loader.inventory_loader, loader.shell_loader, loader.strategy_loader, loader.vars_loader):
        list(kind.all(class_only=True))
    Templar(loader=DataLoader()).template("{{ 1 | int is defined }}")
    gc.freeze()
    gc.disable()  # No copy lives long enough to need it.
    ansible.constants.DEFAULT_INTERNAL_POLL_INTERVAL = 0.005  # To look each millisecond takes longer than it saves.


start_command = Connection.exec_command


def exec_command(self, cmd, in_data=None, sudoable=True):
    if not in_data or cmd != MODULE:
        return start_command(self, cmd, in_data=in_data, sudoable=sudoable)
    out, err = os.pipe(), os.pipe()
    pid = os.fork()
    if pid == 0:
        run_module(in_data, out[1], err[1])
    os.close(out[1])
    os.close(err[1])
    texts = {out[0]: b"", err[0]: b""}
    with selectors.DefaultSelector() as selector:
        for pipe in texts:
            selector.register(pipe, selectors.EVENT_READ)
        while selector.get_map():
            for key, _ in selector.select():
                data = os.read(key.fd, 65536)
                texts[key.fd] += data
                if not data:
                    selector.unregister(key.fd)
    for pipe in texts:
        os.close(pipe)
    return exit_code(pid), texts[out[0]], texts[err[0]]


def run_module(source, out, err):
    def module():
        standard_streams(out, err)
        sys.argv = [""]
        os.chdir(os.path.expanduser("~"))
        main = type(sys)("__main__")
        sys.modules["__main__"] = main
        exec(compile(source, "<stdin>", "exec"), main.__dict__)
    end_with(module)


def run_playbook(request, out, err, packed):
    def playbook():
        if ctypes.CDLL(None, use_errno=True).setns(ROOT_NAMESPACE, CLONE_NEWNS) != 0:
            raise OSError(ctypes.get_errno(), "setns")
        os.chroot(sys.argv[-1])
        os.chdir("/")
        standard_streams(out, err)
        folder = request["folder"]
        kept = folder + "/kept"
        shutil.rmtree(folder, ignore_errors=True)  # of a run that was killed
        os.makedirs(kept)
        try:
            for path, text in request["files"].items():
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text)
            # What Ansible makes of its modules stays from run to run, in the folder of which all have the descriptor.
            os.symlink(f"/proc/self/fd/{packed}", kept + "/ansiballz_cache")
            ansible.constants.DEFAULT_LOCAL_TMP = kept
            ansible.constants.DEFAULT_GATHERING = request["gathering"]
            sys.argv = request["args"]
            sys.exit(PlaybookCLI.cli_executor(sys.argv))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    end_with(playbook)


def standard_streams(out, err):
    null = os.open("/dev/null", os.O_RDONLY)
    for stream, number in ((null, 0), (out, 1), (err, 2)):
        os.dup2(stream, number)
    sys.stdin, sys.stdout, sys.stderr = (open(n, "w" if n else "r", closefd=False) for n in range(3))


def end_with(action):
    code = 1
    try:
        os.setsid()
        action()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    except BaseException:
        traceback.print_exc()
    finally:
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(code)


def exit_code(pid):
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return code if code >= 0 else 128 - code


def content(file):
    with open(file, "rb") as stream:
        stream.seek(0)
        return stream.read(MOST).decode("utf-8", "replace")


def main():
    load()
    Connection.exec_command = exec_command
    packed = os.open(tempfile.mkdtemp(), os.O_RDONLY)
    print("ready", flush=True)
    for line in sys.stdin:
        out, err = os.memfd_create("stdout"), os.memfd_create("stderr")
        pid = os.fork()
        if pid == 0:
            run_playbook(json.loads(line), out, err, packed)
        answer = {"exitCode": exit_code(pid), "stdout": content(out), "stderr": content(err)}
        print(json.dumps(answer), flush=True)


main()
`;
