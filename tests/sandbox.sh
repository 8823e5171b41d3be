# For the scripts among the tests, which source it: the built command's sandbox, as somebody would start it.

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# start_sandbox FOLDER OPTION…: what it says goes into FOLDER/sandbox. Sets 'sandbox' to its process, and the variables that lead to it.
start_sandbox() {
    local folder=$1
    shift
    : >"$folder/sandbox"
    dotnet "$repository/src/Contacts.Cli/bin/${CONFIGURATION:-Debug}/net10.0/contacts.dll" sandbox --port 0 "$@" >"$folder/sandbox" &
    sandbox=$!
    until grep -q '^Listening on ' "$folder/sandbox"; do
        kill -0 $sandbox || return 1
        sleep 0.1
    done
    IMBRACE_GATEWAY_URL=$(sed -n 's/^Listening on //p' "$folder/sandbox")
    export IMBRACE_GATEWAY_URL IMBRACE_API_KEY=api_sandbox
}
