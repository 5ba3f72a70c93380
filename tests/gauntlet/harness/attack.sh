# attack.sh WALK...: run a walking program again and again while a directory below its operand is swapped for a
# link to a victim, and see that the victim is neither changed nor copied.

seconds=${ATTACK_SECONDS:-4}
mkdir -p victim/sub copy
for i in {1..10}; do echo "secret $i" >"victim/s$i"; done
chmod 640 victim/s*
fingerprint() { (cd victim && command -p find . -printf '%p %y %m %U %G %s %T@\n' | command -p sort; cat victim/s* 2>&1); }
grow() { mkdir -p d/e/{1..5}/x; echo harmless >d/e/f; echo harmless >d/e/1/f; }

round() {
    case $* in
    'rm -r') rm -rf d ;;
    'cp -R source') cp -R d copy/c ;;
    'cp -a source') cp -a d copy/c ;;
    'cp -R destination') mkdir -p src/e/1; echo new >src/e/s1; echo new >src/e/1/f; cp -R src/. d ;;
    'mv across') mv d "$other/d" ;;
    'ls -R') ls -R d >listing ;;
    'du') du -a d >listing ;;
    'chmod -R') chmod -R 777 d ;;
    'chown -R') chown -R 7 d ;;
    'chgrp -R') chgrp -R 7 d ;;
    'chcon -R') chcon -R -t x_t d ;;
    *) echo "unknown walk: $*"; exit 2 ;;
    esac 2>/dev/null
}

leaked() {
    grep -rlq secret copy ${other:+"$other"} 2>/dev/null || { [ -f listing ] && grep -qE '(^|/)s10$' listing; }
}

other=
if [ "$*" = 'mv across' ]; then
    other=$(command -p mktemp -d /dev/shm/attackXXXXXX) || exit 3
    trap 'command -p rm -rf "$other"' EXIT
fi
before=$(fingerprint)
perl "$GAUNTLET/harness/swap.pl" d/e "$PWD/victim" &
swapper=$!
end=$((SECONDS + seconds)) rounds=0
while [ $SECONDS -lt $end ]; do
    grow 2>/dev/null
    before=$(fingerprint)
    round "$@"
    rounds=$((rounds + 1))
    [ "$(fingerprint)" = "$before" ] || { echo "victim changed in round $rounds"; break; }
    leaked && { echo "victim copied or listed in round $rounds"; break; }
    command -p rm -rf copy/c ${other:+"$other/d"} d.away
done
kill $swapper
wait $swapper 2>/dev/null
[ $SECONDS -ge $end ] && [ $rounds -gt 3 ]
