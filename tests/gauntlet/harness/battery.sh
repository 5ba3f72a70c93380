# Run each line of $BATTERY.  Whatever the arguments, a program ends by itself below status 126, and if it
# fails it says why.  Output goes to files beside the row's directory, so nothing is left in it.

failed=0
while IFS= read -r line; do
    (eval "$line") >"$TMPDIR/o" 2>"$TMPDIR/e" </dev/null
    status=$?
    if [ "$status" -ge 126 ]; then
        echo "status $status: $line"
        failed=1
    elif [ "$status" -ne 0 ] && ! [ -s "$TMPDIR/o" ] && ! [ -s "$TMPDIR/e" ]; then
        echo "status $status without a word: $line"
        failed=1
    fi
done <<<"$BATTERY"
command -p rm -f "$TMPDIR/o" "$TMPDIR/e"
exit "$failed"
