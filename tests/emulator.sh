# For the scripts among the tests, which source it: the built command's emulator, as somebody would start it.

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# start_emulator FOLDER OPTION…: what it says goes into FOLDER/emulator. Sets 'emulator' to its process, and the variables that lead to it.
start_emulator() {
    local folder=$1
    shift
    : >"$folder/emulator"
    dotnet "$repository/src/Contacts.Cli/bin/${CONFIGURATION:-Debug}/net10.0/contacts.dll" emulator --port 0 "$@" >"$folder/emulator" &
    emulator=$!
    until grep -q '^Listening on ' "$folder/emulator"; do
        kill -0 $emulator || return 1
        sleep 0.1
    done
    IMBRACE_GATEWAY_URL=$(sed -n 's/^Listening on //p' "$folder/emulator")
    export IMBRACE_GATEWAY_URL IMBRACE_API_KEY=api_emulator
}
