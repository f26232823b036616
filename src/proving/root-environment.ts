const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** For the host's programs that make a root. */
export const HOST_ENVIRONMENT: Readonly<Record<string, string>> = { PATH, LC_ALL: 'C.UTF-8' };

/** What every command in a root starts with; `exec` adds to it. Nothing comes from this process's environment. */
export const ROOT_ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH,
  HOME: '/root',
  USER: 'root',
  LOGNAME: 'root',
  SHELL: '/bin/bash',
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
  TERM: 'dumb',
};
