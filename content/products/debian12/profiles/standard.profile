title: Standard Profile
description: |
  To be written.
selections:
  - package_chrony_installed
