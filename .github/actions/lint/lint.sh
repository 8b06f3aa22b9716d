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
# Blanks around a line are of the YAML, not of the name, and a carriage return is of an editor.
listed="${LINT_PATH:-}"
while IFS=$' \t' read -r path; do
  if [ -n "$path" ]; then paths+=("$path"); fi
done <<< "${listed//$'\r'/}"

exec node "$GITHUB_ACTION_PATH/../../../bin/drills.js" lint "${flags[@]}" -- ${paths[@]+"${paths[@]}"}
