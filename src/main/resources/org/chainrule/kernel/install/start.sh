# Runs the command that follows, without an archive of classes that is not as it was made: Java would crash on half of one.
is_whole() {
    [ -f "$1" ] && [ ! "$1" -nt "$1.whole" ] && read -r size <"$1.whole" && [ $(wc -c <"$1") -eq "$size" ]
} 2>/dev/null

for word do
    shift
    case $word in
        -XX:SharedArchiveFile=*) is_whole "${word#*=}" || continue ;;
    esac
    set -- "$@" "$word"
done
exec "$@"
