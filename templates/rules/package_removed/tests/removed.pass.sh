# The package is not part of a fresh system.
if rpm -q {{package}}; then
  rpm -e --nodeps {{package}}
fi
