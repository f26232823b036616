/** The name of the connection plugin, and of its file without `.py`. */
export const FORK_CONNECTION = 'scapc_fork';

/**
 * A connection plugin for ansible-playbook, in Python. It is the plugin `local` with one difference: a module is not
 * handed to a new Python, which would unpack and compile it and all that it imports, but to a copy (fork) of the
 * running one, which has read most of that. Half of the time of a playbook is saved. What a module does, and how
 * Ansible calls it, stays the same; commands, and modules that get an environment of their own, go to `local`.
 */
export const FORK_CONNECTION_PLUGIN = `DOCUMENTATION = """
name: scapc_fork
short_description: run modules in a copy of the running process
description: As local, but a Python module is not started anew.
author: scapc
version_added: "1"
options: {}
extends_documentation_fragment:
  - connection_pipelining
"""
import os
import selectors
import sys
import traceback

import ansible.constants
import ansible.module_utils.basic  # so that modules find it loaded
from ansible.plugins.connection.local import Connection as Local

# One folder for all runs, in which packed modules stay; the usual one ends with the process.
ansible.constants.DEFAULT_LOCAL_TMP = os.environ["SCAPC_KEPT"]

PYTHON = "/bin/sh -c '/usr/bin/python3 && sleep 0'"


class Connection(Local):
    transport = "scapc_fork"

    def exec_command(self, cmd, in_data=None, sudoable=True):
        if not in_data or cmd != PYTHON:
            return super().exec_command(cmd, in_data=in_data, sudoable=sudoable)
        out, err = os.pipe(), os.pipe()
        pid = os.fork()
        if pid == 0:
            run(in_data, out[1], err[1])
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
        status = os.waitpid(pid, 0)[1]
        return os.waitstatus_to_exitcode(status), texts[out[0]], texts[err[0]]


def run(source, out, err):
    code = 1
    try:
        os.setsid()
        null = os.open("/dev/null", os.O_RDONLY)
        for pipe, number in ((null, 0), (out, 1), (err, 2)):
            os.dup2(pipe, number)
        sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")
        sys.argv = [""]
        os.chdir(os.path.expanduser("~"))
        main = type(sys)("__main__")
        sys.modules["__main__"] = main
        exec(compile(source, "<stdin>", "exec"), main.__dict__)
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
`;
