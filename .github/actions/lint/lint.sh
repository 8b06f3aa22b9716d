# Runs the linter of this checkout in the working directory, with flags from the environment.
set -eu

# A pull request could bring along what was never found.
flags=(--no-cache --format="${LINT_FORMAT:-text}")
if [ -n "${LINT_OUTPUT:-}" ]; then flags+=(--output="$LINT_OUTPUT"); fi
if [ -n "${LINT_MAX_WARNINGS:-}" ]; then flags+=(--max-warnings="$LINT_MAX_WARNINGS"); fi
case "${LINT_CHANGED:-}" in
  '' | false) ;;
  true) flags+=(--changed) ;;
  *) flags+=(--changed="$LINT_CHANGED") ;;
esac

# Behind `--`, so that no path is taken for a flag, or for the value of one.
paths=()
while IFS= read -r path; do
  if [ -n "$path" ]; then paths+=("$path"); fi
done <<< "${LINT_PATH:-}"

exec node "$GITHUB_ACTION_PATH/../../../bin/drills.js" lint "${flags[@]}" -- ${paths[@]+"${paths[@]}"}
